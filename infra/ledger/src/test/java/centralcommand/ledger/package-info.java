/** What every ledger must do, whatever it is kept in. */
@NullMarked
package centralcommand.ledger;

import org.jspecify.annotations.NullMarked;
