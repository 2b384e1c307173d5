/** The milestone board and the ranking of slips: where time, money and tonnes stand, on one screen, and what needs a decision. */
@NullMarked
package centralcommand.web.board;

import org.jspecify.annotations.NullMarked;
