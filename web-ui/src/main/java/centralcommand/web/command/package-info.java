/** A form for every command, made from the schema that the command service publishes. */
@NullMarked
package centralcommand.web.command;

import org.jspecify.annotations.NullMarked;
