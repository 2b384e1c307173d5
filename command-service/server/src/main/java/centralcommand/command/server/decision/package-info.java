/** What every rule speaks in: who asks, what they may know, and what is decided. */
@NullMarked
package centralcommand.command.server.decision;

import org.jspecify.annotations.NullMarked;
