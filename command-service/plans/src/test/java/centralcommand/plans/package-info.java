@NullMarked
package centralcommand.plans;

import org.jspecify.annotations.NullMarked;
