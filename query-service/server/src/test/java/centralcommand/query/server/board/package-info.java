/** The board against figures worked out by hand. */
@NullMarked
package centralcommand.query.server.board;

import org.jspecify.annotations.NullMarked;
