/** Warning times, reference classes and trials, in small stories and on the sample portfolio. */
@NullMarked
package centralcommand.query.server.promise;

import org.jspecify.annotations.NullMarked;
