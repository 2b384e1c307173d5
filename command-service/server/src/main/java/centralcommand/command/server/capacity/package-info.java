/** Tonnes that plants plan, can make and made, and the national figures they are held against. */
@NullMarked
package centralcommand.command.server.capacity;

import org.jspecify.annotations.NullMarked;
