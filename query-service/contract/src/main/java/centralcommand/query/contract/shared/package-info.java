/** What every answer says of itself: the position it reflects, what it was asked about, and the names of its figures. */
@NullMarked
package centralcommand.query.contract.shared;

import org.jspecify.annotations.NullMarked;
