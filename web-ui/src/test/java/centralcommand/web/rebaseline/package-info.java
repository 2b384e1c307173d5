/** Asking for other dates and deciding on it, against services that answer what a test put there. */
@NullMarked
package centralcommand.web.rebaseline;

import org.jspecify.annotations.NullMarked;
