@NullMarked
package centralcommand.schedule.risk;

import org.jspecify.annotations.NullMarked;
