/** What was found to be wrong: of which kind, where, and in a sentence. */
@NullMarked
package centralcommand.verify.finding;

import org.jspecify.annotations.NullMarked;
