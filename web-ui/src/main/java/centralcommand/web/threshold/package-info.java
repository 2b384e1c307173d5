/** Limits that slips have crossed, and whom they bind. */
@NullMarked
package centralcommand.web.threshold;

import org.jspecify.annotations.NullMarked;
