/** The events themselves, as one viewer may see them, each with a plain sentence. */
@NullMarked
package centralcommand.query.server.history;

import org.jspecify.annotations.NullMarked;
