/** Loads a sample portfolio through the command API, like everybody else. */
@NullMarked
package centralcommand.standalone.sample;

import org.jspecify.annotations.NullMarked;
