/** Days on which agencies do not work although they are no holidays. */
@NullMarked
package centralcommand.command.contract.calendar;

import org.jspecify.annotations.NullMarked;
