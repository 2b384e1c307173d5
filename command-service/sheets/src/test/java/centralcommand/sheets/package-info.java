@NullMarked
package centralcommand.sheets;

import org.jspecify.annotations.NullMarked;
