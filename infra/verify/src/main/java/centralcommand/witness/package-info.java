/** The program that another agency runs: it cosigns a checkpoint only if the ledger grew out of the one it cosigned before. */
@NullMarked
package centralcommand.witness;

import org.jspecify.annotations.NullMarked;
