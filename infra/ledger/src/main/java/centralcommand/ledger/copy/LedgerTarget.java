package centralcommand.ledger.copy;

import centralcommand.ledger.AdoptingLedger;
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
    public Hash lastHash() {
        var commits = ledger.commits();
        return commits == 0 ? Hash.ZERO : ledger.tree().nodes().node(0, commits - 1);
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
    public void adopt(Note note) {
        ledger.notes().keep(note.kind(), note.size(), note.text());
    }

    @Override
    public void complete() {
        // Each step was durable when it was taken.
    }

    @Override
    public void close() {
        ledger.close();
    }
}
