/** What waits for the one who asks. */
@NullMarked
package centralcommand.query.server.inbox;

import org.jspecify.annotations.NullMarked;
