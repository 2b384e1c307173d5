/** What a plan would change of what is on file for one program, row by row. */
@NullMarked
package centralcommand.plans.proposal;

import org.jspecify.annotations.NullMarked;
