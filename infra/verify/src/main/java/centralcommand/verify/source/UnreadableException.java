package centralcommand.verify.source;

/** What should be verified cannot be read at all; the message says why, and what to do, in a sentence. */
public final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    public UnreadableException(String message) {
        super(message);
    }
}
