package centralcommand.ledger;

import centralcommand.ledger.proof.Hash;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A commit as the ledger keeps it.
 *
 * @param number its place among the commits, from 1, without a gap
 * @param first the position of its first event; where it has none, the position that the next event will have
 * @param epoch from 1; higher after another writer took over
 * @param recordedAt in milliseconds; never before that of the commit before
 * @param command the command that it carried out; null where none stood behind it
 * @param events with consecutive positions; none where a writer only marked its epoch
 * @param hash over all of this and the hash of the commit before
 */
public record RecordedCommit(
        long number,
        long first,
        long epoch,
        Instant recordedAt,
        @Nullable CommandKey command,
        List<RecordedEvent> events,
        Hash hash) {
    public RecordedCommit {
        events = List.copyOf(events);
    }

    /** The position of its last event: what a reader must have seen to know all of this commit. */
    public long lastPosition() {
        return first + events.size() - 1;
    }
}
