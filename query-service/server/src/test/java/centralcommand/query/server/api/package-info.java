/** The service as it is asked over HTTP, on a ledger of its own. */
@NullMarked
package centralcommand.query.server.api;

import org.jspecify.annotations.NullMarked;
