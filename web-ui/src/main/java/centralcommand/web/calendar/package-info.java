/** Days on which agencies do not work. */
@NullMarked
package centralcommand.web.calendar;

import org.jspecify.annotations.NullMarked;
