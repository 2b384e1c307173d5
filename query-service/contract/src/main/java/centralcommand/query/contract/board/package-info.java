/** The milestone board: each promised date beside what is said of it now. */
@NullMarked
package centralcommand.query.contract.board;

import org.jspecify.annotations.NullMarked;
