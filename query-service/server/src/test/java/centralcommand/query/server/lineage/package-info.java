/** This view, on histories told by hand. */
@NullMarked
package centralcommand.query.server.lineage;

import org.jspecify.annotations.NullMarked;
