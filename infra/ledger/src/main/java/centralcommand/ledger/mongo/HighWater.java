package centralcommand.ledger.mongo;

import centralcommand.ledger.LedgerException;
import centralcommand.ledger.RecordedCommit;
import centralcommand.ledger.proof.Hash;
import org.jspecify.annotations.Nullable;

/**
 * The last commit that this process has appended or read. A majority has it, so it can only be missing where the database was put back to
 * an earlier state; going on then would leave a hole, or give two histories the same positions (counterexample C12).
 */
final class HighWater {
    private final String ledger;
    private volatile Mark mark = new Mark(0, 0, Hash.ZERO);
    private volatile @Nullable String lost;

    HighWater(String ledger) {
        this.ledger = ledger;
    }

    /** @param position of the last event of that commit or before it */
    record Mark(long number, long position, Hash hash) {}

    Mark mark() {
        return mark;
    }

    void saw(RecordedCommit commit) {
        saw(commit.number(), commit.lastPosition(), commit.hash());
    }

    void saw(Header header) {
        saw(header.number(), header.lastPosition(), header.hash());
    }

    private synchronized void saw(long number, long position, Hash hash) {
        if (number > mark.number) {
            mark = new Mark(number, position, hash);
        }
    }

    /** @throws LedgerException if something has been found missing; it stays so until the process is started again */
    void refuseIfLost() {
        var why = lost;
        if (why != null) {
            throw new LedgerException(why);
        }
    }

    /**
     * To be called where an answer did not have what was seen before: the database is asked in a way that an old primary cannot answer.
     *
     * @throws LedgerException if it is gone; otherwise the answer was only an old one, and asking again will help
     */
    void refuseIfGone(Slots slots, long number, Hash hash) {
        if (!slots.holds(number, hash)) {
            var why =
                    "The ledger %s no longer has commit %d, which this process has seen: it was put back to an earlier state, for example restored from a backup. Nothing is read or written any more. Make sure that this is meant, then restart all services."
                            .formatted(ledger, number);
            lost = why;
            throw new LedgerException(why);
        }
    }
}
