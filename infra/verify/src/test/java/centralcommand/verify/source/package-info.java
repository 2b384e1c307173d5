/** What is read piece by piece, with pieces so small that a few rows fill several. */
@NullMarked
package centralcommand.verify.source;

import org.jspecify.annotations.NullMarked;
