/** This view, on histories told by hand. */
@NullMarked
package centralcommand.query.server.history;

import org.jspecify.annotations.NullMarked;
