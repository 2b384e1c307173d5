/** How much of the portfolio the figures speak for, told with every answer that has figures. */
@NullMarked
package centralcommand.query.server.coverage;

import org.jspecify.annotations.NullMarked;
