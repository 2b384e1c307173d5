/** The point in time a page shows, and how days, moments and numbers are written. */
@NullMarked
package centralcommand.web.time;

import org.jspecify.annotations.NullMarked;
