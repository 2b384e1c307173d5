package centralcommand.ledger.copy;

import centralcommand.ledger.LedgerException;
import centralcommand.ledger.Notes.Note;
import centralcommand.ledger.RecordedCommit;
import centralcommand.ledger.proof.Hash;
import java.util.List;

/** Where a ledger can be copied to: it takes commits as they were recorded elsewhere, with number, time and hash. */
interface CopyTarget extends AutoCloseable {

    /** The number of the last commit that it has, 0 if there is none. */
    long commits();

    /** The hash of the last commit that it has, {@link Hash#ZERO} if there is none. */
    Hash lastHash();

    /**
     * Takes these commits, or none, and returns when they are durable.
     *
     * @throws LedgerException if they are not the next ones, or do not hash to what they say
     */
    void adopt(List<RecordedCommit> commits);

    /** How many notes it has. */
    long notes();

    /** Takes a note as it was kept elsewhere. */
    void adopt(Note note);

    /** All has been taken: what was written is a whole. */
    void complete();

    @Override
    void close();
}
