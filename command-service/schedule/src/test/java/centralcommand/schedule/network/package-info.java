@NullMarked
package centralcommand.schedule.network;

import org.jspecify.annotations.NullMarked;
