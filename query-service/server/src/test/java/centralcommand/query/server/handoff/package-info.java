/** Tests of hand-offs as they are shown. */
@NullMarked
package centralcommand.query.server.handoff;

import org.jspecify.annotations.NullMarked;
