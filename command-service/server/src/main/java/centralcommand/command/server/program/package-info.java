/** The life of a program, and the aggregate that owns all that is said of one program. */
@NullMarked
package centralcommand.command.server.program;

import org.jspecify.annotations.NullMarked;
