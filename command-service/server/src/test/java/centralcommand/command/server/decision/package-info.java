/** What the tests of all rules share. */
@NullMarked
package centralcommand.command.server.decision;

import org.jspecify.annotations.NullMarked;
