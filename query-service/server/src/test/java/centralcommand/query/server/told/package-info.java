/** Histories to test with: told by hand, or read from the sample portfolio. */
@NullMarked
package centralcommand.query.server.told;

import org.jspecify.annotations.NullMarked;
