/** Limits with their dates and sources, held against what is reported. */
@NullMarked
package centralcommand.query.server.threshold;

import org.jspecify.annotations.NullMarked;
