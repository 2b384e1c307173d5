package centralcommand.query.server.api;

/** The account has as many streams open as one may have: 429. */
final class TooManyStreams extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyStreams(int most) {
        super("This account has %d live pages open, which is as many as it may: close one of them.".formatted(most));
    }
}
