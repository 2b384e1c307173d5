@NullMarked
package centralcommand.schedule.calendar;

import org.jspecify.annotations.NullMarked;
