/** Schedule files of other programs, and what they propose to change here. */
@NullMarked
package centralcommand.plans;

import org.jspecify.annotations.NullMarked;
