/** Days on which agencies do not work although they are no holidays: the czar's office declares and ends them. */
@NullMarked
package centralcommand.command.server.calendar;

import org.jspecify.annotations.NullMarked;
