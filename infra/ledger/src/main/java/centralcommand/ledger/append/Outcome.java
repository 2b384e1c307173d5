package centralcommand.ledger.append;

import centralcommand.ledger.LedgerException;
import centralcommand.ledger.RecordedCommit;

/** What became of one commit of a batch. */
public sealed interface Outcome {

    /** It is in the log, durably. */
    record Recorded(RecordedCommit commit) implements Outcome {}

    /** It is not in the log, or that could not be learned: the exception says which. */
    record Refused(LedgerException why) implements Outcome {}
}
