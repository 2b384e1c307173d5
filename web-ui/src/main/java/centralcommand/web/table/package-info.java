/** What tables share: the order that lives in the address, key figures, the way to further rows. */
@NullMarked
package centralcommand.web.table;

import org.jspecify.annotations.NullMarked;
