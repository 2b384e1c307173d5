/** This view, on histories told by hand. */
@NullMarked
package centralcommand.query.server.changes;

import org.jspecify.annotations.NullMarked;
