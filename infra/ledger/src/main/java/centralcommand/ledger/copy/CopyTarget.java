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

    /** The hash of commit {@code number}, which it has. */
    Hash hash(long number);

    /** The root of the tree of its first commits; it has at least that many. */
    Hash root(long commits);

    /**
     * Takes these commits, or none, and returns when they are durable.
     *
     * @throws LedgerException if they are not the next ones, or do not hash to what they say
     */
    void adopt(List<RecordedCommit> commits);

    /** How many notes it has. */
    long notes();

    /** At most {@code limit} of the notes that it had before the copy, after that one, in order. */
    List<Note> readNotes(long afterId, int limit);

    /** Takes the next note as it was kept elsewhere; whether it is to be believed has been looked at. */
    void adopt(Note note);

    /** All has been taken: what was written is a whole. */
    void complete();

    /** Says, in a sentence, what is left of a copy that failed when it had so much. */
    String afterFailure(long commits, long notes);

    @Override
    void close();
}
