/** How answers are written. */
@NullMarked
package centralcommand.query.server.view;

import org.jspecify.annotations.NullMarked;
