package centralcommand.ledger.copy;

import centralcommand.ledger.LedgerException;
import centralcommand.ledger.Notes.Note;
import centralcommand.ledger.RecordedCommit;
import java.util.List;
import java.util.OptionalLong;

/** Where a ledger can be copied from. Every method throws {@link LedgerException} if it cannot be read. */
interface CopySource extends AutoCloseable {

    /** The number of its last commit, for showing progress; unknown of a file that is read as it comes. */
    OptionalLong commits();

    /** At most {@code limit} commits after that one, in order; none after the last. Numbers asked for must not fall. */
    List<RecordedCommit> readCommits(long afterNumber, int limit);

    /** At most {@code limit} notes after that one, in order; to be asked for after all commits. */
    List<Note> readNotes(long afterId, int limit);

    @Override
    void close();
}
