package centralcommand.ledger.mongo;

import centralcommand.ledger.proof.Hash;
import java.time.Instant;
import java.util.Map;

/**
 * What a writer must know of a commit to go on after it: all but the contents of its events.
 *
 * @param lastPosition position of its last event; of an empty commit, that of the last event before it
 * @param previous hash of the commit before
 * @param writer which process inserted it
 * @param lastSequences the last sequence that each stream has with it, of the streams that it added to
 */
record Header(
        long number,
        long first,
        long lastPosition,
        long epoch,
        Instant recordedAt,
        Hash previous,
        Hash hash,
        String writer,
        Map<String, Long> lastSequences) {
    /** Whether the slot has just this commit of just this writer. */
    boolean isOf(StoredCommit stored) {
        return hash.equals(stored.commit().hash()) && writer.equals(stored.writer());
    }

    Header {
        lastSequences = Map.copyOf(lastSequences);
    }
}
