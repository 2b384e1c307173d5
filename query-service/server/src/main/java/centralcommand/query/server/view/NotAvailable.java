package centralcommand.query.server.view;

/** What was asked for cannot be had now; the sentence says why and what to do. */
public final class NotAvailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    public NotAvailable(String code, String sentence, Throwable cause) {
        super(sentence, cause);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
