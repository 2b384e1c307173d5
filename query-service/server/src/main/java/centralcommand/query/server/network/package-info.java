/** What follows from links, durations and reports: implied dates, floats and hidden slips, and who may see which. */
@NullMarked
package centralcommand.query.server.network;

import org.jspecify.annotations.NullMarked;
