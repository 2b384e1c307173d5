/** Tests of what the system puts on record by itself. */
@NullMarked
package centralcommand.command.server.notice;

import org.jspecify.annotations.NullMarked;
