/** Where a ledger is kept, in one text: the choice between the adapters. */
@NullMarked
package centralcommand.ledger.location;

import org.jspecify.annotations.NullMarked;
