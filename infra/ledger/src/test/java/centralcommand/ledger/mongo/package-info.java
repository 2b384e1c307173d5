/** The MongoDB adapter over the wire: against a server that only speaks the protocol, and against a real replica set where there is one. */
@NullMarked
package centralcommand.ledger.mongo;

import org.jspecify.annotations.NullMarked;
