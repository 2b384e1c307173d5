package centralcommand.ledger;

import java.util.Arrays;
import java.util.Objects;

/**
 * An event that is to be recorded.
 *
 * @param stream what it belongs to; its events are numbered 0, 1, 2 …
 * @param sequence its number in the stream
 * @param eventId unique in the whole ledger
 * @param type logical name, not that of a class
 * @param revision of the shape of the payload, from 1
 * @param payload kept byte for byte; must not be changed afterwards
 * @param metadata kept byte for byte; must not be changed afterwards
 */
public record NewEvent(
        String stream, long sequence, String eventId, String type, int revision, byte[] payload, byte[] metadata) {

    /** Room for the numbers and the framing of one event in any store (BSON takes most), so that tiny events are not counted as nothing. */
    private static final int OVERHEAD_BYTES = 96;

    public NewEvent {
        Text.check("stream", stream);
        Text.check("event id", eventId);
        Text.check("type", type);
        Objects.requireNonNull(payload, "payload");
        Objects.requireNonNull(metadata, "metadata");
        if (sequence < 0) {
            throw new IllegalArgumentException("The sequence %d of stream %s is negative.".formatted(sequence, stream));
        }
        if (revision < 1) {
            throw new IllegalArgumentException("The revision %d of %s is not positive.".formatted(revision, type));
        }
    }

    long bytes() {
        // A character takes at most three bytes; four-byte characters count as two.
        var names = 3L * (stream.length() + eventId.length() + type.length());
        return OVERHEAD_BYTES + names + payload.length + metadata.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NewEvent that
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
        return eventId.hashCode();
    }

    @Override
    public String toString() {
        return "%s@%d %s/%d (%s, %d bytes)".formatted(stream, sequence, type, revision, eventId, payload.length);
    }
}
