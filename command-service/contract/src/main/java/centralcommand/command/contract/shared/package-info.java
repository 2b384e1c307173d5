/** Values that every feature speaks in: dates with their precision, money, tonnes, who, and why a command was refused. */
@NullMarked
package centralcommand.command.contract.shared;

import org.jspecify.annotations.NullMarked;
