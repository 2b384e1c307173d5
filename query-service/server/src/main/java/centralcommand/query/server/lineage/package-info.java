/** From a figure to the entries behind it, with the working underneath. */
@NullMarked
package centralcommand.query.server.lineage;

import org.jspecify.annotations.NullMarked;
