/** Tests of the command API on the real application. */
@NullMarked
package centralcommand.command.server.api;

import org.jspecify.annotations.NullMarked;
