/** The month's report as a sheet: download the lines, upload them, see in a dry run what would be recorded, send. */
@NullMarked
package centralcommand.web.sheet;

import org.jspecify.annotations.NullMarked;
