package centralcommand.web.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would become of a command.
 *
 * @param events stored names of what it would record, or has recorded
 * @param recordedAt position at which it was recorded already under its id; absent where it was not
 * @param refused how it would be refused; absent where it would not
 */
public record Rehearsal(List<String> events, @Nullable Long recordedAt, Outcome.@Nullable Refused refused) {
    public Rehearsal {
        events = List.copyOf(events);
    }
}
