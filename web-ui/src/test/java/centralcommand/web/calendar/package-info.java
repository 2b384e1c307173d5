/** Tests of the calendar's page. */
@NullMarked
package centralcommand.web.calendar;

import org.jspecify.annotations.NullMarked;
