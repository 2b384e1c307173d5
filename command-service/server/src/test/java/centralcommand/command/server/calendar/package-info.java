/** Tests of days without work. */
@NullMarked
package centralcommand.command.server.calendar;

import org.jspecify.annotations.NullMarked;
