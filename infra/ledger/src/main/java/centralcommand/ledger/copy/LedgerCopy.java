package centralcommand.ledger.copy;

import centralcommand.ledger.LedgerException;
import centralcommand.ledger.Notes.Note;
import centralcommand.ledger.proof.Hash;
import java.util.List;

/**
 * Copies a ledger, whatever holds it, to another place. Only what the target does not have is copied, so that copying again brings a
 * backup up to date. The source may be written to meanwhile: what comes in after the copy began is copied too or left for the next time.
 */
final class LedgerCopy {
    private static final int COMMITS = 200;
    private static final int NOTES = 100;

    private LedgerCopy() {}

    /** Told how far the copy is. */
    @FunctionalInterface
    interface Progress {
        void at(long commits);
    }

    /**
     * @param before commits that the target had
     * @param commits that it has now
     * @param events in the commits that were copied
     * @param hash of the last commit; settles every byte of all of them
     */
    record Copied(long before, long commits, long events, Hash hash) {}

    /** @throws LedgerException if the target has something else than the beginning of the source, or what was read does not hash to what it says */
    static Copied copy(CopySource source, CopyTarget target, Progress progress) {
        var before = target.commits();
        requireSame(source, target);
        var at = before;
        var events = 0L;
        for (var batch = source.readCommits(at, COMMITS); !batch.isEmpty(); batch = source.readCommits(at, COMMITS)) {
            target.adopt(batch);
            at = batch.getLast().number();
            for (var commit : batch) {
                events += commit.events().size();
            }
            progress.at(at);
        }
        copyNotes(source, target);
        target.complete();
        return new Copied(before, at, events, target.lastHash());
    }

    /** The last commit that the target has must be that of the source at the same place; its hash settles all before it. */
    private static void requireSame(CopySource source, CopyTarget target) {
        var last = target.commits();
        if (last == 0) {
            return;
        }
        var there = source.readCommits(last - 1, 1);
        if (there.isEmpty() || !there.getFirst().hash().equals(target.lastHash())) {
            throw new LedgerException(
                    "The target has %d commits that are not the first %d of the source; copy to an empty place."
                            .formatted(last, last));
        }
    }

    private static void copyNotes(CopySource source, CopyTarget target) {
        List<Note> batch;
        do {
            batch = source.readNotes(target.notes(), NOTES);
            batch.forEach(target::adopt);
        } while (!batch.isEmpty());
    }
}
