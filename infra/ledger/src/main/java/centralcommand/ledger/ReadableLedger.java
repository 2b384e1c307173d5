package centralcommand.ledger;

import centralcommand.ledger.Notes.Note;
import java.util.List;

/**
 * A ledger as those see it who copy it: it is read and never changed.
 *
 * <p>Every method throws {@link LedgerException} if the store cannot be reached or has been closed.
 */
public interface ReadableLedger extends AutoCloseable {

    /** The number of the last commit, 0 if there is none. */
    long commits();

    /** At most {@code limit} commits after that one, in order, with their events; fewer only if the log ends there. */
    List<RecordedCommit> readCommits(long afterNumber, int limit);

    /** How many notes there are. */
    long noteCount();

    /** At most {@code limit} notes with ids after that one, in order. */
    List<Note> readNotes(long afterId, int limit);

    @Override
    void close();

    /** Shows no more than this of a ledger. */
    static ReadableLedger of(Ledger ledger) {
        return new ReadableLedger() {
            @Override
            public long commits() {
                return ledger.commits();
            }

            @Override
            public List<RecordedCommit> readCommits(long afterNumber, int limit) {
                return ledger.readCommits(afterNumber, limit);
            }

            @Override
            public long noteCount() {
                return ledger.notes().count();
            }

            @Override
            public List<Note> readNotes(long afterId, int limit) {
                return ledger.notes().after(afterId, limit);
            }

            @Override
            public void close() {
                ledger.close();
            }
        };
    }
}
