/** Files that hold what not everybody may read, and that must never be seen half written. */
@NullMarked
package centralcommand.ledger.file;

import org.jspecify.annotations.NullMarked;
