package centralcommand.command.contract.clearance;

import centralcommand.command.contract.shared.Event;
import centralcommand.command.contract.shared.Rejection;

/**
 * A command was refused; nothing else changed. Who asked travels as metadata.
 *
 * @param command name of the command, e.g. {@code report-forecast}
 * @param payload its JSON, cut at {@value #LONGEST_PAYLOAD} characters
 */
public record CommandRefused(String command, String payload, Rejection rejection) implements Event {
    public static final int LONGEST_PAYLOAD = 4_000;

    public CommandRefused {
        payload = payload.length() <= LONGEST_PAYLOAD ? payload : payload.substring(0, LONGEST_PAYLOAD);
    }
}
