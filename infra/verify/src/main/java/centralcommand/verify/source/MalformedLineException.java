package centralcommand.verify.source;

/** A line of an exported file, or a document, is not what the format says; the message says what, as the end of a sentence. */
final class MalformedLineException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedLineException(String message) {
        super(message);
    }
}
