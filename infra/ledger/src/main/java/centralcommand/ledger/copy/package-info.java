/** Copies of a ledger: backup, restore, export, import and move are all one copy from here to there, checked commit by commit. */
@NullMarked
package centralcommand.ledger.copy;

import org.jspecify.annotations.NullMarked;
