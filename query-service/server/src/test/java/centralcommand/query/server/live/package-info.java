/** The fold on a real ledger. */
@NullMarked
package centralcommand.query.server.live;

import org.jspecify.annotations.NullMarked;
