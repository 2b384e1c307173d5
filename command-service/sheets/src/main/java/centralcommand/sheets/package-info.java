/** The month's report as a spreadsheet: written with what is on file, read with suspicion. */
@NullMarked
package centralcommand.sheets;

import org.jspecify.annotations.NullMarked;
