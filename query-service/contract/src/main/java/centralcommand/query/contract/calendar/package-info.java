/** Days on which agencies do not work. */
@NullMarked
package centralcommand.query.contract.calendar;

import org.jspecify.annotations.NullMarked;
