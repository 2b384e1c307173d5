/** Tests of days without work. */
@NullMarked
package centralcommand.query.server.calendar;

import org.jspecify.annotations.NullMarked;
