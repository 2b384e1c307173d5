/** The two services as the pages see them: send a command, ask a query, and say plainly when neither can be had. */
@NullMarked
package centralcommand.web.api;

import org.jspecify.annotations.NullMarked;
