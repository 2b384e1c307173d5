package centralcommand.standalone.identity;

/** A change of accounts that is not allowed, with a sentence for the administrator and the field to mend. */
final class AccountRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    AccountRefused(String field, String sentence) {
        super(sentence);
        this.field = field;
    }

    String field() {
        return field;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
