/** A schedule file of another program: choose it, see what it would change, apply it. */
@NullMarked
package centralcommand.web.plan;

import org.jspecify.annotations.NullMarked;
