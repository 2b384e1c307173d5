/** Tonnes: what plants plan, can make and did make, and the targets they are held against. */
@NullMarked
package centralcommand.command.contract.capacity;

import org.jspecify.annotations.NullMarked;
