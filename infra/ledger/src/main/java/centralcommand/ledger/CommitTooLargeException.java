package centralcommand.ledger;

/** Nothing was appended: the commit is larger than one commit may be. Sending it again cannot help. */
public final class CommitTooLargeException extends LedgerException {
    private static final long serialVersionUID = 1L;

    CommitTooLargeException(long bytes, long maxBytes) {
        super("The commit has %d bytes, more than the %d that one commit may have.".formatted(bytes, maxBytes));
    }
}
