/** Short runs of what is measured and broken at length by commands of its own. */
@NullMarked
package centralcommand.benchmarks.product;

import org.jspecify.annotations.NullMarked;
