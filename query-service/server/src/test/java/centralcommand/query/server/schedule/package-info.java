/** Tests. */
@NullMarked
package centralcommand.query.server.schedule;

import org.jspecify.annotations.NullMarked;
