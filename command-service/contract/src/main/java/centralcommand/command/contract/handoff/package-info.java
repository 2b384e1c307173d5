/** What one program promises to hand to another, across agencies, and what became of the promise. */
@NullMarked
package centralcommand.command.contract.handoff;

import org.jspecify.annotations.NullMarked;
