/** Asking for other dates than those promised, and deciding on it. */
@NullMarked
package centralcommand.web.rebaseline;

import org.jspecify.annotations.NullMarked;
