/** Tests of money. */
@NullMarked
package centralcommand.command.server.funding;

import org.jspecify.annotations.NullMarked;
