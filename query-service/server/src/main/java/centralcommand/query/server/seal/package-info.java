/** What proves the ledger: its checkpoints, the keys that sign them, and proofs that anybody can check against them. */
@NullMarked
package centralcommand.query.server.seal;

import org.jspecify.annotations.NullMarked;
