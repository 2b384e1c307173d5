/** Facts that a rule needs of streams other than its own, as a fold of the whole ledger. */
@NullMarked
package centralcommand.command.server.directory;

import org.jspecify.annotations.NullMarked;
