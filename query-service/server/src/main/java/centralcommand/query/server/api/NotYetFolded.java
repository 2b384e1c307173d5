package centralcommand.query.server.api;

/** The position that was waited for did not come in time: 503, and worth asking again. */
final class NotYetFolded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotYetFolded(long wanted, long reached) {
        super("Position %d has not been reached within 5 seconds; the last one is %d. Ask again in a moment."
                .formatted(wanted, reached));
    }
}
