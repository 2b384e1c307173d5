/** Bytes of a schedule file, and the plan that is in them. */
@NullMarked
package centralcommand.plans.file;

import org.jspecify.annotations.NullMarked;
