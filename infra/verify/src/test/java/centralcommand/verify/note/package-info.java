/** Notes and keys, held against the published examples. */
@NullMarked
package centralcommand.verify.note;

import org.jspecify.annotations.NullMarked;
