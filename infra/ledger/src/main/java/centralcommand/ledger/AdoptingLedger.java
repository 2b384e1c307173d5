package centralcommand.ledger;

import java.util.List;

/** A ledger that can also be the copy of another one. For those who copy; services append. */
public interface AdoptingLedger extends Ledger {

    /**
     * Takes commits as they were recorded elsewhere, with number, time and hash, or none of them, and returns when they are durable.
     *
     * @throws LedgerException if they are not the next ones, or do not hash to what they say
     */
    void adopt(List<RecordedCommit> commits);
}
