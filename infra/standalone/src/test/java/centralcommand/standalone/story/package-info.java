/** The whole product, started as a user starts it, and walked through as its users walk. */
@NullMarked
package centralcommand.standalone.story;

import org.jspecify.annotations.NullMarked;
