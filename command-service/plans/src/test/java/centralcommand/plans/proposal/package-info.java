@NullMarked
package centralcommand.plans.proposal;

import org.jspecify.annotations.NullMarked;
