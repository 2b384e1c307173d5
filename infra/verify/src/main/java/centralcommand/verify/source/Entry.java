package centralcommand.verify.source;

import centralcommand.verify.finding.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that stands in a ledger, as it is stored; nothing of it is checked except that it has the right types. */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares them, and copies would cost as much as the hashing.
public sealed interface Entry {
    /**
     * A commit. Texts are bytes of UTF-8.
     *
     * @param declaredEvents how many events it says it has, or -1 where the store does not say
     * @param hash as stored, or null where none is
     * @param previousHash as stored; null where the store keeps none
     * @param subtrees as stored; null where the store keeps none
     * @param bytes how much of the source it took, for showing progress
     */
    record Commit(
            long number,
            long first,
            long declaredEvents,
            long epoch,
            long recordedAt,
            @Nullable Command command,
            List<Event> events,
            byte @Nullable [] hash,
            byte @Nullable [] previousHash,
            byte @Nullable [] subtrees,
            long bytes)
            implements Entry {
        /** Whether {@link #subtrees} are to be looked at: an exported file has none. */
        public boolean keepsSubtrees() {
            return declaredEvents >= 0;
        }

        /** Bytes that it keeps in memory, roughly. */
        long weight() {
            var weight = 500L;
            for (var event : events) {
                weight += 300L + event.payload().length + event.metadata().length;
            }
            return weight;
        }
    }

    /** The command behind a commit. */
    record Command(byte[] actor, byte[] id, byte[] bodyHash) {}

    /**
     * An event.
     *
     * @param position as stored, or 0 where the store has it only by counting
     */
    record Event(
            long position,
            byte[] id,
            byte[] stream,
            long sequence,
            byte[] type,
            long revision,
            byte[] payload,
            byte[] metadata) {}

    /**
     * A note: a checkpoint or a key.
     *
     * @param id its number among the notes, from 1
     * @param kind 'checkpoint', 'key' or what else stands there
     */
    record Note(long id, String kind, long size, String text) implements Entry {}

    /** Something that is wrong with how it is stored. */
    record Defect(Finding finding) implements Entry {}

    /** Something that may only follow from what else is wrong. It tells something where nothing else is. */
    record Consequence(Finding finding) implements Entry {}

    /** The last line of an exported file. */
    record End(long commits, long events, byte[] root) implements Entry {}
}
