/** The list of programs, and all that is known of one. */
@NullMarked
package centralcommand.web.program;

import org.jspecify.annotations.NullMarked;
