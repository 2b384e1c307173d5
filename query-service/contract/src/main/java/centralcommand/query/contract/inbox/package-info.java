/** What one person is asked to do, and what was refused to them. */
@NullMarked
package centralcommand.query.contract.inbox;

import org.jspecify.annotations.NullMarked;
