package centralcommand.ledger.proof;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A commit as it enters the chain and the tree: all that {@code docs/ledger-format.md} puts into {@code record(n)}.
 *
 * <p>Numbers are taken as they are: a commit whose numbers are out of range still has a hash, and whoever checks a ledger says what is
 * wrong with it.
 *
 * @param number of the commit, from 1
 * @param first position of its first event; of an empty commit, the position that the next event will have
 * @param epoch of the writer, from 1
 * @param recordedAtMillis milliseconds since 1970-01-01 UTC
 * @param previous hash of the commit before; {@link Hash#ZERO} for the first one
 * @param command that it carried out; null where no command stood behind it
 * @param events in the order of their positions, possibly none
 */
public record CommitLeaf(
        long number,
        long first,
        long epoch,
        long recordedAtMillis,
        Hash previous,
        @Nullable Command command,
        List<Event> events) {

    public CommitLeaf {
        events = List.copyOf(events);
    }

    /** Its hash; where many are hashed, one {@link CommitHasher} does it without making anything anew. */
    public Hash hash() {
        return new CommitHasher().hash(this);
    }

    /** What names the command: who sent it, its id, and the hash of its body in the form in which it is stored. */
    public record Command(String actor, String commandId, String bodyHash) {}

    /**
     * @param sequence in its stream, from 0
     * @param revision of the shape of the payload, from 1
     * @param payload the bytes that are stored; must not be changed
     * @param metadata the bytes that are stored; must not be changed
     */
    @SuppressWarnings(
            "ArrayRecordComponent") // Read once and never compared; a copy for each event would cost more than its
    // hash.
    public record Event(
            String eventId, String stream, long sequence, String type, int revision, byte[] payload, byte[] metadata) {}
}
