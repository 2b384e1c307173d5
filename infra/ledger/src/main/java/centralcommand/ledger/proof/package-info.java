/** What makes alteration evident: the hash of a commit, the Merkle tree over all of them, its proofs, and signed notes. Pure, but for the file of the key. */
@NullMarked
package centralcommand.ledger.proof;

import org.jspecify.annotations.NullMarked;
