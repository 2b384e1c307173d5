/** A folder of CSV files, turned into commands and sent through the command API like anybody else's. */
@NullMarked
package centralcommand.standalone.sample;

import org.jspecify.annotations.NullMarked;
