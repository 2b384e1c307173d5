/** Tests of how commands are carried out. */
@NullMarked
package centralcommand.command.server.dispatch;

import org.jspecify.annotations.NullMarked;
