/** The agency desk: the month's report in two minutes, what became of it, and for approvers its release. */
@NullMarked
package centralcommand.web.desk;

import org.jspecify.annotations.NullMarked;
