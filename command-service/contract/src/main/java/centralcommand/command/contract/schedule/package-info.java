/** Baselines, milestones, what is said of their dates, and the links between them. */
@NullMarked
package centralcommand.command.contract.schedule;

import org.jspecify.annotations.NullMarked;
