/** Tonnes planned, installed and made, against what the nation wants. */
@NullMarked
package centralcommand.query.server.capacity;

import org.jspecify.annotations.NullMarked;
