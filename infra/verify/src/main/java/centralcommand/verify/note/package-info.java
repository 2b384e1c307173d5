/** Signed notes, keys and checkpoints as C2SP defines them, read strictly because anybody may have written them. */
@NullMarked
package centralcommand.verify.note;

import org.jspecify.annotations.NullMarked;
