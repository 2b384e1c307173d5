/** This view, on histories told by hand. */
@NullMarked
package centralcommand.query.server.inbox;

import org.jspecify.annotations.NullMarked;
