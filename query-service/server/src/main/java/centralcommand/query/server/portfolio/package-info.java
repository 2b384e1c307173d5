/** All that is known, as a value: the fold of the ledger, and for whom each part of it counts. */
@NullMarked
package centralcommand.query.server.portfolio;

import org.jspecify.annotations.NullMarked;
