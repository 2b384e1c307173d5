/** The service that decides: one process, one ledger, one command API. */
@NullMarked
package centralcommand.command.server;

import org.jspecify.annotations.NullMarked;
