/** Milestones against their promises: the board, the ranking by slip, the three sentences, what a new date would push. */
@NullMarked
package centralcommand.query.server.board;

import org.jspecify.annotations.NullMarked;
