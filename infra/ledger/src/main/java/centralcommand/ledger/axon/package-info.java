/** Axon on top of the ledger: an event storage engine for aggregates, a message source for streaming processors. */
@NullMarked
package centralcommand.ledger.axon;

import org.jspecify.annotations.NullMarked;
