package centralcommand.ledger.copy;

import centralcommand.ledger.Notes.Note;
import centralcommand.ledger.ReadableLedger;
import centralcommand.ledger.RecordedCommit;
import centralcommand.ledger.proof.Hash;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A ledger as the place that is copied from; others may be writing to it. */
record LedgerSource(ReadableLedger ledger) implements CopySource {

    @Override
    public OptionalLong commits() {
        return OptionalLong.of(ledger.commits());
    }

    /** Ids have no gap; where a row was removed, the note that is not there is noticed. */
    @Override
    public OptionalLong lastNote() {
        return OptionalLong.of(ledger.noteCount());
    }

    @Override
    public List<RecordedCommit> readCommits(long afterNumber, int limit) {
        return ledger.readCommits(afterNumber, limit);
    }

    @Override
    public boolean hasNotesAtOnce() {
        return true;
    }

    @Override
    public List<Note> readNotes(long afterId, int limit) {
        return ledger.readNotes(afterId, limit);
    }

    /** It keeps none beside its commits and notes. */
    @Override
    public Optional<Hash> root() {
        return Optional.empty();
    }

    @Override
    public void close() {
        ledger.close();
    }
}
