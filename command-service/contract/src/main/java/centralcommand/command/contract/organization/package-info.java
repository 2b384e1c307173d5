/** The bodies that hold programs, as a dated tree: departments, and the bodies whose records they sponsor. */
@NullMarked
package centralcommand.command.contract.organization;

import org.jspecify.annotations.NullMarked;
