/** Limits, held against slips. */
@NullMarked
package centralcommand.query.server.threshold;

import org.jspecify.annotations.NullMarked;
