package centralcommand.plans.file;

/** A file is not taken; the message says why and what to do. */
final class UnreadableFile extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableFile(String sentence) {
        super(sentence);
    }

    UnreadableFile(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
