/** Tests of promised dates. */
@NullMarked
package centralcommand.command.server.schedule;

import org.jspecify.annotations.NullMarked;
