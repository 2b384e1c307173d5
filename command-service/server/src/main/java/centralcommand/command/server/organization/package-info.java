/** Which bodies there are, and which of them report here. */
@NullMarked
package centralcommand.command.server.organization;

import org.jspecify.annotations.NullMarked;
