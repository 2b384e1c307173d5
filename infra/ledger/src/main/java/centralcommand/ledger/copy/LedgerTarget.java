package centralcommand.ledger.copy;

import centralcommand.ledger.AdoptingLedger;
import centralcommand.ledger.LedgerException;
import centralcommand.ledger.Notes.Note;
import centralcommand.ledger.RecordedCommit;
import centralcommand.ledger.proof.Hash;
import java.util.List;

/** A ledger as the place that is copied to. */
record LedgerTarget(AdoptingLedger ledger) implements CopyTarget {

    @Override
    public long commits() {
        return ledger.commits();
    }

    @Override
    public Hash hash(long number) {
        return ledger.tree().nodes().node(0, number - 1);
    }

    @Override
    public Hash root(long commits) {
        return ledger.tree().root(commits);
    }

    @Override
    public void adopt(List<RecordedCommit> commits) {
        ledger.adopt(commits);
    }

    @Override
    public long notes() {
        return ledger.notes().count();
    }

    @Override
    public List<Note> readNotes(long afterId, int limit) {
        return ledger.notes().after(afterId, limit);
    }

    @Override
    public void adopt(Note note) {
        if (ledger.notes()
                .keepAfter(note.id() - 1, note.kind(), note.size(), note.text())
                .isEmpty()) {
            throw new LedgerException(
                    "Somebody else signs for the target: note %d of the source cannot be its note %d. Copy to a place that nobody uses."
                            .formatted(note.id(), note.id()));
        }
    }

    @Override
    public void complete() {
        // Each step was durable when it was taken.
    }

    @Override
    public String afterFailure(long commits, long notes) {
        return "The target has the first %d commits and %d notes; copying again goes on from there."
                .formatted(commits, notes);
    }

    @Override
    public void close() {
        ledger.close();
    }
}
