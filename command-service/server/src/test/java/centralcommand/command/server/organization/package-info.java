/** Tests of the tree of bodies. */
@NullMarked
package centralcommand.command.server.organization;

import org.jspecify.annotations.NullMarked;
