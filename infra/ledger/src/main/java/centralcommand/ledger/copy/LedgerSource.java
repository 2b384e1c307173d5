package centralcommand.ledger.copy;

import centralcommand.ledger.Ledger;
import centralcommand.ledger.Notes.Note;
import centralcommand.ledger.RecordedCommit;
import java.util.List;
import java.util.OptionalLong;

/** A ledger as the place that is copied from; others may be writing to it. */
record LedgerSource(Ledger ledger) implements CopySource {

    @Override
    public OptionalLong commits() {
        return OptionalLong.of(ledger.commits());
    }

    @Override
    public List<RecordedCommit> readCommits(long afterNumber, int limit) {
        return ledger.readCommits(afterNumber, limit);
    }

    @Override
    public List<Note> readNotes(long afterId, int limit) {
        return ledger.notes().after(afterId, limit);
    }

    @Override
    public void close() {
        ledger.close();
    }
}
