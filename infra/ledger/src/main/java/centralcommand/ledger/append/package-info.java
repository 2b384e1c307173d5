/** How commits get their place in the log: rules that hold for every store, and many callers sharing one durable write. */
@NullMarked
package centralcommand.ledger.append;

import org.jspecify.annotations.NullMarked;
