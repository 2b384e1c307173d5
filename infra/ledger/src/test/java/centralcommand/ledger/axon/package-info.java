/** Axon on the ledger, with the real event store, repository, command bus and processors. */
@NullMarked
package centralcommand.ledger.axon;

import org.jspecify.annotations.NullMarked;
