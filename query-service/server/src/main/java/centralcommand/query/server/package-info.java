/** The query service. */
@NullMarked
package centralcommand.query.server;

import org.jspecify.annotations.NullMarked;
