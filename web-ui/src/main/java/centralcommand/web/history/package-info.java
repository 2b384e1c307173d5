/** The auditor's desk: any day shown again, the entries behind a figure, one entry whole. */
@NullMarked
package centralcommand.web.history;

import org.jspecify.annotations.NullMarked;
