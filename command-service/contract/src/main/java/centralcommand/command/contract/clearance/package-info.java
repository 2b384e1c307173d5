/** How an entry becomes the agency's word: released, withdrawn, corrected, certified; and what was refused. */
@NullMarked
package centralcommand.command.contract.clearance;

import org.jspecify.annotations.NullMarked;
