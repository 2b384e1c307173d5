/** How a command is carried out: once, by whom it may be, on the ledger. */
@NullMarked
package centralcommand.command.server.dispatch;

import org.jspecify.annotations.NullMarked;
