package centralcommand.ledger.mongo;

import centralcommand.ledger.LedgerException;
import org.jspecify.annotations.Nullable;

/** The database did not answer a question, or not yet with what is known to be there. Nothing was changed; asking again may help. */
final class UnansweredException extends LedgerException {
    private static final long serialVersionUID = 1L;

    UnansweredException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
