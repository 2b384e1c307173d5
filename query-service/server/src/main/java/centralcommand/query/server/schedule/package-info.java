/** One program's schedule, and the hidden slips of all. */
@NullMarked
package centralcommand.query.server.schedule;

import org.jspecify.annotations.NullMarked;
