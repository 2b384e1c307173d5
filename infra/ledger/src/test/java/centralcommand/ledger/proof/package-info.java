/** Hashes, proofs and notes against published vectors, against the definitions, and against forgers. */
@NullMarked
package centralcommand.ledger.proof;

import org.jspecify.annotations.NullMarked;
