/** Tonnes planned, installed and made, held against targets. */
@NullMarked
package centralcommand.query.contract.capacity;

import org.jspecify.annotations.NullMarked;
