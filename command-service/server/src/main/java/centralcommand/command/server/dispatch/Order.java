package centralcommand.command.server.dispatch;

import centralcommand.command.contract.shared.Authorship;
import centralcommand.command.contract.shared.Command;
import centralcommand.ledger.CommandKey;
import java.util.OptionalLong;

/**
 * A command as it came in.
 *
 * @param body its JSON as it was sent
 * @param bodyHash tells whether two commands with the same id are the same
 * @param expectedVersion of the record that it is about, where the sender said so
 */
public record Order(
        Command command, Authorship authorship, String body, String bodyHash, OptionalLong expectedVersion) {

    /** By which the ledger knows it. */
    CommandKey key() {
        return new CommandKey(authorship.actor(), authorship.commandId(), bodyHash);
    }
}
