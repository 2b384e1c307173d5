/** The command API: HTTP, tokens, forms of commands, problems. */
@NullMarked
package centralcommand.command.server.api;

import org.jspecify.annotations.NullMarked;
