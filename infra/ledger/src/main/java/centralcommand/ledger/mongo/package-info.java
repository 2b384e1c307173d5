/** The ledger in a MongoDB replica set: several machines, one document for each commit, written by the rules in decision 0011. */
@NullMarked
package centralcommand.ledger.mongo;

import org.jspecify.annotations.NullMarked;
