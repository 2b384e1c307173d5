@NullMarked
package centralcommand.plans.file;

import org.jspecify.annotations.NullMarked;
