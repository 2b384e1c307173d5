/** The choice between the adapters. */
@NullMarked
package centralcommand.ledger.location;

import org.jspecify.annotations.NullMarked;
