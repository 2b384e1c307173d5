package centralcommand.ledger;

import java.time.Instant;
import java.util.Arrays;

/**
 * An event as the ledger keeps it.
 *
 * @param position its place in the ledger, from 1, without a gap
 * @param commit the number of the commit that it came with
 * @param recordedAt when that commit was recorded, in milliseconds
 * @param stream what it belongs to
 * @param sequence its number in the stream, from 0
 * @param eventId unique in the whole ledger
 * @param type logical name, not that of a class
 * @param revision of the shape of the payload, from 1
 * @param payload the bytes that were appended; must not be changed
 * @param metadata the bytes that were appended; must not be changed
 */
public record RecordedEvent(
        long position,
        long commit,
        Instant recordedAt,
        String stream,
        long sequence,
        String eventId,
        String type,
        int revision,
        byte[] payload,
        byte[] metadata) {

    /** The event with the place that the ledger gave it. */
    public static RecordedEvent of(NewEvent event, long position, long commit, Instant recordedAt) {
        return new RecordedEvent(
                position,
                commit,
                recordedAt,
                event.stream(),
                event.sequence(),
                event.eventId(),
                event.type(),
                event.revision(),
                event.payload(),
                event.metadata());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecordedEvent that
                && position == that.position
                && commit == that.commit
                && recordedAt.equals(that.recordedAt)
                && stream.equals(that.stream)
                && sequence == that.sequence
                && eventId.equals(that.eventId)
                && type.equals(that.type)
                && revision == that.revision
                && Arrays.equals(payload, that.payload)
                && Arrays.equals(metadata, that.metadata);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(position);
    }

    @Override
    public String toString() {
        return "%d: %s@%d %s/%d (%s, %d bytes)"
                .formatted(position, stream, sequence, type, revision, eventId, payload.length);
    }
}
