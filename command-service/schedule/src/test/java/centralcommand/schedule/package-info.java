@NullMarked
package centralcommand.schedule;

import org.jspecify.annotations.NullMarked;
