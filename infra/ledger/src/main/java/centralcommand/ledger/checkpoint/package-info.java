/** What the ledger has come to, signed: checkpoints, the key that signs them and its successors, and witnesses who cosign. */
@NullMarked
package centralcommand.ledger.checkpoint;

import org.jspecify.annotations.NullMarked;
