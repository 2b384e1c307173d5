/** Copies between real files and real exports. */
@NullMarked
package centralcommand.ledger.copy;

import org.jspecify.annotations.NullMarked;
