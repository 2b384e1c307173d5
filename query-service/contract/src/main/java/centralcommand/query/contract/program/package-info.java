/** All that is known of one program. */
@NullMarked
package centralcommand.query.contract.program;

import org.jspecify.annotations.NullMarked;
