package centralcommand.ledger.checkpoint;

import centralcommand.ledger.LedgerException;

/** A witness has seen another history of this ledger. Nothing that goes away by asking again. */
final class TwoHistoriesException extends LedgerException {
    private static final long serialVersionUID = 1L;

    TwoHistoriesException(String message) {
        super(message);
    }
}
