/** Checkpoints of real ledgers, and what a ledger that was tampered with meets. */
@NullMarked
package centralcommand.ledger.checkpoint;

import org.jspecify.annotations.NullMarked;
