/** Money is recorded as its source states it; only its place among other lines is judged. */
@NullMarked
package centralcommand.command.server.funding;

import org.jspecify.annotations.NullMarked;
