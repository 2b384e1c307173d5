/** Tests of tonnes. */
@NullMarked
package centralcommand.command.server.capacity;

import org.jspecify.annotations.NullMarked;
