package centralcommand.ledger;

/** Nothing was appended: too many wait already. Sending it again a little later may help. */
public final class LedgerBusyException extends LedgerException {
    private static final long serialVersionUID = 1L;

    public LedgerBusyException(String message) {
        super(message);
    }
}
