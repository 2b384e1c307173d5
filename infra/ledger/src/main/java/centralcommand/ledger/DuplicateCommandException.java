package centralcommand.ledger;

/** Nothing was appended: a command of this actor with this id has been carried out before. */
@SuppressWarnings("serial") // A recorded commit is no message between machines; the exception never leaves its process.
public final class DuplicateCommandException extends LedgerException {
    private final RecordedCommit recorded;

    public DuplicateCommandException(RecordedCommit recorded) {
        super("The command %s has been carried out already, as commit %d."
                .formatted(recorded.command(), recorded.number()));
        this.recorded = recorded;
    }

    /** The commit that carried the command out; its {@code bodyHash} tells whether it was the same command. */
    public RecordedCommit recorded() {
        return recorded;
    }
}
