package centralcommand.command.server.dispatch;

import centralcommand.command.contract.shared.Authorship;
import centralcommand.command.contract.shared.Command;
import centralcommand.ledger.CommandKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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

    /** What tells two commands apart that come under one id. */
    public static String hash(String name, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }

    /** By which the ledger knows it. */
    CommandKey key() {
        return new CommandKey(authorship.actor(), authorship.commandId(), bodyHash);
    }
}
