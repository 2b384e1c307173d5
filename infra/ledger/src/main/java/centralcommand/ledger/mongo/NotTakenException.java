package centralcommand.ledger.mongo;

import centralcommand.ledger.LedgerException;

/** Nothing was appended, for certain: the database refuses it, or was not asked at all. */
final class NotTakenException extends LedgerException {
    private static final long serialVersionUID = 1L;

    NotTakenException(String message) {
        super(message);
    }
}
