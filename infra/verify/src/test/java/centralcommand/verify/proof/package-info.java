/** Trees and proofs, held against the definitions and the published examples. */
@NullMarked
package centralcommand.verify.proof;

import org.jspecify.annotations.NullMarked;
