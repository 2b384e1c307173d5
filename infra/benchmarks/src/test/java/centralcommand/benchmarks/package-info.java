@NullMarked
package centralcommand.benchmarks;

import org.jspecify.annotations.NullMarked;
