/** How large a file may be that somebody sends. */
@NullMarked
package centralcommand.web.upload;

import org.jspecify.annotations.NullMarked;
