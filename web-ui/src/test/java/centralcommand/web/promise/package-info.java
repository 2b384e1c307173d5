/** The pages of promises, with answers of a query service that is not there. */
@NullMarked
package centralcommand.web.promise;

import org.jspecify.annotations.NullMarked;
