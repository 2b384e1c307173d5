package centralcommand.query.server.api;

/** The asker may not look that way: 403. */
final class NotYours extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    NotYours(String sentence, String field) {
        super(sentence);
        this.field = field;
    }

    String field() {
        return field;
    }
}
