/** The event store as its callers see it: commits go in whole and in one total order, events come out by position or by stream. */
@NullMarked
package centralcommand.ledger;

import org.jspecify.annotations.NullMarked;
