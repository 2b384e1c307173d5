/** Tonnes planned, installed and made, apart from each other and against targets, by material, stage and year. */
@NullMarked
package centralcommand.web.capacity;

import org.jspecify.annotations.NullMarked;
