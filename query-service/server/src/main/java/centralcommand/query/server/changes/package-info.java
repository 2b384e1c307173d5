/** What differs on the board between two points of the ledger. */
@NullMarked
package centralcommand.query.server.changes;

import org.jspecify.annotations.NullMarked;
