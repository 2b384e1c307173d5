/** What may be promised of dates, and what may be said of them afterwards. */
@NullMarked
package centralcommand.command.server.schedule;

import org.jspecify.annotations.NullMarked;
