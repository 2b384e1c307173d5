/** Tests of the command service as a whole. */
@NullMarked
package centralcommand.command.server;

import org.jspecify.annotations.NullMarked;
