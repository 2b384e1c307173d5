package centralcommand.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A commit as the ledger keeps it.
 *
 * @param number its place among the commits, from 1, without a gap
 * @param recordedAt in milliseconds; never before that of the commit before
 * @param command the command that it carried out; null where none stood behind it
 * @param events at least one, with consecutive positions
 */
public record RecordedCommit(
        long number, Instant recordedAt, @Nullable CommandKey command, List<RecordedEvent> events) {
    public RecordedCommit {
        events = List.copyOf(events);
    }

    /** The position of its last event: what a reader must have seen to know all of this commit. */
    public long lastPosition() {
        return events.getLast().position();
    }
}
