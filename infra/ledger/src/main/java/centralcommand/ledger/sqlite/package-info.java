/** The ledger in one SQLite file: no server, one machine, any number of processes. */
@NullMarked
package centralcommand.ledger.sqlite;

import org.jspecify.annotations.NullMarked;
