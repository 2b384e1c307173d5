/** What one program hands to another is asked for, promised, delivered and confirmed; each change needs the word of the other side. */
@NullMarked
package centralcommand.command.server.handoff;

import org.jspecify.annotations.NullMarked;
