/** Money by instrument and column, never added across. */
@NullMarked
package centralcommand.query.contract.funding;

import org.jspecify.annotations.NullMarked;
