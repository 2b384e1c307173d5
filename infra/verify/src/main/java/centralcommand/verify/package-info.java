/** Checks a ledger from its stored bytes alone and says what holds, what does not, and what nobody can know. */
@NullMarked
package centralcommand.verify;

import org.jspecify.annotations.NullMarked;
