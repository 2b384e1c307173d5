/** A sheet that an office checks and signs on its own machine, and the file in which it arrives. */
@NullMarked
package centralcommand.sheets.submission;

import org.jspecify.annotations.NullMarked;
