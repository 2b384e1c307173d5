/** What the system puts on record by itself when a day has come, with nobody asking. */
@NullMarked
package centralcommand.command.server.notice;

import org.jspecify.annotations.NullMarked;
