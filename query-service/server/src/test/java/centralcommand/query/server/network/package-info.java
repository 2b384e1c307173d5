/** Tests. */
@NullMarked
package centralcommand.query.server.network;

import org.jspecify.annotations.NullMarked;
