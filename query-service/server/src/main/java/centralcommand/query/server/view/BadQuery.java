package centralcommand.query.server.view;

import org.jspecify.annotations.Nullable;

/** A query that cannot be answered as it was put: 400, or 404 where what it names is not there for the one who asks. */
public final class BadQuery extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final @Nullable String field;

    public BadQuery(String field, String sentence) {
        this("BAD_PARAMETER", field, sentence);
    }

    private BadQuery(String code, @Nullable String field, String sentence) {
        super(sentence);
        this.code = code;
        this.field = field;
    }

    /** What was named is not there, or not for this viewer: the two are not told apart. */
    public static BadQuery unknown(String field, String sentence) {
        return new BadQuery("UNKNOWN", field, sentence);
    }

    /** The query has no parameter of that name. */
    public static BadQuery unknownParameter(String name, String sentence) {
        return new BadQuery("UNKNOWN_PARAMETER", name, sentence);
    }

    public String code() {
        return code;
    }

    public @Nullable String field() {
        return field;
    }

    public boolean isUnknown() {
        return code.equals("UNKNOWN");
    }
}
