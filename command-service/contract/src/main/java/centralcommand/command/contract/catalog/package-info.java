/** Every command and every stored event by its lasting name. */
@NullMarked
package centralcommand.command.contract.catalog;

import org.jspecify.annotations.NullMarked;
