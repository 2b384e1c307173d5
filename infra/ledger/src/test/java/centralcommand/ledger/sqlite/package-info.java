/** The kit on SQLite, and what only a file can get wrong. */
@NullMarked
package centralcommand.ledger.sqlite;

import org.jspecify.annotations.NullMarked;
