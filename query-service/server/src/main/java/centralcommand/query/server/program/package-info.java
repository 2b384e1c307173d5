/** Programs in a list, and one program with all that belongs to it. */
@NullMarked
package centralcommand.query.server.program;

import org.jspecify.annotations.NullMarked;
