/** Starts the whole of Central Command in one process: ledger, services, pages, accounts. */
@NullMarked
package centralcommand.standalone;

import org.jspecify.annotations.NullMarked;
