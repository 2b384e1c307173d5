/** What every page shares: the frame, the way home for each role, and the pages for what went wrong. */
@NullMarked
package centralcommand.web.layout;

import org.jspecify.annotations.NullMarked;
