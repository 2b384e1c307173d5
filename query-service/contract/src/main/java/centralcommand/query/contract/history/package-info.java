/** The ledger read as history: events, what changed, and the entries behind a figure. */
@NullMarked
package centralcommand.query.contract.history;

import org.jspecify.annotations.NullMarked;
