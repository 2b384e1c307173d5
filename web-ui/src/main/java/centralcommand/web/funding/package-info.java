/** Money by column and instrument, side by side and never added across. */
@NullMarked
package centralcommand.web.funding;

import org.jspecify.annotations.NullMarked;
