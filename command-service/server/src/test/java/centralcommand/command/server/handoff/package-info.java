/** Tests of hand-offs. */
@NullMarked
package centralcommand.command.server.handoff;

import org.jspecify.annotations.NullMarked;
