/** Days on which agencies do not work. */
@NullMarked
package centralcommand.query.server.calendar;

import org.jspecify.annotations.NullMarked;
