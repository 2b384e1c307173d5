/** How entries become an agency's word, and cease to be. */
@NullMarked
package centralcommand.command.server.clearance;

import org.jspecify.annotations.NullMarked;
