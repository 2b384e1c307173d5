/** What a witness cosigns, what it refuses, and what it never forgets. */
@NullMarked
package centralcommand.witness;

import org.jspecify.annotations.NullMarked;
