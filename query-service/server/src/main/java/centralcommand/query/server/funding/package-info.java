/** Money by instrument and column, never added across columns. */
@NullMarked
package centralcommand.query.server.funding;

import org.jspecify.annotations.NullMarked;
