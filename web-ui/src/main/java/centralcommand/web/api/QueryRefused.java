package centralcommand.web.api;

import org.jspecify.annotations.Nullable;

/** The query service understood and said no: not found, not for this reader, or a parameter it cannot read. */
public class QueryRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;
    private final @Nullable String field;

    QueryRefused(Problem problem) {
        super(problem.detail());
        this.status = problem.status();
        this.code = problem.code();
        this.field = problem.field();
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** The parameter it is about, if it is about one. */
    public @Nullable String field() {
        return field;
    }
}
