/** Where a ledger can be read from: a SQLite file, MongoDB, or an exported file; one commit after the other, as it is stored. */
@NullMarked
package centralcommand.verify.source;

import org.jspecify.annotations.NullMarked;
