/** What programs promise to hand to each other, which promises break, and which links nobody promised are at risk. */
@NullMarked
package centralcommand.query.server.handoff;

import org.jspecify.annotations.NullMarked;
