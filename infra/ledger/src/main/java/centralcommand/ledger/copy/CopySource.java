package centralcommand.ledger.copy;

import centralcommand.ledger.LedgerException;
import centralcommand.ledger.Notes.Note;
import centralcommand.ledger.RecordedCommit;
import centralcommand.ledger.proof.Hash;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Where a ledger can be copied from. Every method throws {@link LedgerException} if it cannot be read. */
interface CopySource extends AutoCloseable {

    /** The number of its last commit, for showing progress; unknown of a file that is read as it comes. */
    OptionalLong commits();

    /** The id of the last note that there is now; unknown of a file that is read as it comes, to which none is added either. */
    OptionalLong lastNote();

    /** At most {@code limit} commits after that one, in order; none after the last. Numbers asked for must not fall. */
    List<RecordedCommit> readCommits(long afterNumber, int limit);

    /** Whether notes can be read before the commits have been. */
    boolean hasNotesAtOnce();

    /** At most {@code limit} notes after that one, in order; none after the last. Ids asked for must not fall, unless notes are had at once. */
    List<Note> readNotes(long afterId, int limit);

    /** What it says itself of the root of its tree, after all was read. */
    Optional<Hash> root();

    @Override
    void close();
}
