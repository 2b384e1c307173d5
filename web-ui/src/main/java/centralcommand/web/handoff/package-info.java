/** Hand-offs between programs, for everyone: promises that break, links at risk. */
@NullMarked
package centralcommand.web.handoff;

import org.jspecify.annotations.NullMarked;
