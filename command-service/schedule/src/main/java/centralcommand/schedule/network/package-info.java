/** Activities and milestones that wait for each other, across programs and agencies: when each can be, and how much room it has. */
@NullMarked
package centralcommand.schedule.network;

import org.jspecify.annotations.NullMarked;
