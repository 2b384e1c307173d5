/** Answers about the network of activities: what follows from what, where it breaks, and what promises became. */
@NullMarked
package centralcommand.query.contract.schedule;

import org.jspecify.annotations.NullMarked;
