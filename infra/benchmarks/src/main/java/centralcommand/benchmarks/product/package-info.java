/** The whole product as its users meet it: started as a process, sent commands over HTTP, measured and killed. */
@NullMarked
package centralcommand.benchmarks.product;

import org.jspecify.annotations.NullMarked;
