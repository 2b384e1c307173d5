@NullMarked
package centralcommand.sheets.submission;

import org.jspecify.annotations.NullMarked;
