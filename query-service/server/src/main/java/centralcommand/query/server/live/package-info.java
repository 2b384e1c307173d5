/** The fold at work: it follows the ledger, and keeps enough of its past to show any moment again. */
@NullMarked
package centralcommand.query.server.live;

import org.jspecify.annotations.NullMarked;
