/** One program's network, and the slips that it hides. */
@NullMarked
package centralcommand.web.schedule;

import org.jspecify.annotations.NullMarked;
