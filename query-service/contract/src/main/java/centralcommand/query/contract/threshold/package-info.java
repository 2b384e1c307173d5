/** Which limits a slip has crossed, and whom they bind. */
@NullMarked
package centralcommand.query.contract.threshold;

import org.jspecify.annotations.NullMarked;
