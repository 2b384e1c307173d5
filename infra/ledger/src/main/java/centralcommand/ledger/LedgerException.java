package centralcommand.ledger;

import org.jspecify.annotations.Nullable;

/** The ledger could not do what was asked. Where it is none of its subclasses, an append may or may not have happened. */
public class LedgerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LedgerException(String message) {
        this(message, null);
    }

    public LedgerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
