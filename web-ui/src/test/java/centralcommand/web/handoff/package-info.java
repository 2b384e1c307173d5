/** Tests of the pages of hand-offs. */
@NullMarked
package centralcommand.web.handoff;

import org.jspecify.annotations.NullMarked;
