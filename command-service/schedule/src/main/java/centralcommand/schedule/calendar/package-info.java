/** Which days are worked: federal holidays with their observed days, dated closures, lapses in appropriations. */
@NullMarked
package centralcommand.schedule.calendar;

import org.jspecify.annotations.NullMarked;
