/** How long passes over large networks of activities take. */
@NullMarked
package centralcommand.benchmarks.schedule;

import org.jspecify.annotations.NullMarked;
