/** How sure a date is: durations with a spread, thousands of trials, percentiles. GAO Schedule Assessment Guide (GAO-16-89G), best practice 8. */
@NullMarked
package centralcommand.schedule.risk;

import org.jspecify.annotations.NullMarked;
