/** Files as they are made on a real file system. */
@NullMarked
package centralcommand.ledger.file;

import org.jspecify.annotations.NullMarked;
