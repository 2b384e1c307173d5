/** Tests of a program's life. */
@NullMarked
package centralcommand.command.server.program;

import org.jspecify.annotations.NullMarked;
