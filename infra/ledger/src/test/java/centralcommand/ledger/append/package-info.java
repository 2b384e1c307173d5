/** Batches and placements, without any store. */
@NullMarked
package centralcommand.ledger.append;

import org.jspecify.annotations.NullMarked;
