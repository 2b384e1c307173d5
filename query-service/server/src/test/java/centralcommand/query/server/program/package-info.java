/** The list of programs and the page of one, held against told histories. */
@NullMarked
package centralcommand.query.server.program;

import org.jspecify.annotations.NullMarked;
