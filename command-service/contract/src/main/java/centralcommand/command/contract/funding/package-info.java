/** Money as its sources state it: instrument, column, amount, and what it replaces or is part of. */
@NullMarked
package centralcommand.command.contract.funding;

import org.jspecify.annotations.NullMarked;
