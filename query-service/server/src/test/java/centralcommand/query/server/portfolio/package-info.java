/** The fold and its laws. */
@NullMarked
package centralcommand.query.server.portfolio;

import org.jspecify.annotations.NullMarked;
