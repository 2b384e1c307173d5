package centralcommand.command.contract.shared;

import org.jspecify.annotations.Nullable;

/**
 * Why a command was refused. It changes no aggregate; it is recorded once, as {@code CommandRefused}.
 *
 * @param kind decides the HTTP status
 * @param code stable, upper snake case, e.g. {@code FORECAST_BEFORE_STATED_DAY}
 * @param sentence what is wrong and what to do, for a person
 * @param field the input field it is about, where there is one
 */
public record Rejection(
        Kind kind, String code, String sentence, @Nullable String field) {

    /** Kind of refusal, with its HTTP status. */
    public enum Kind {
        /** The actor may not. */
        PERMISSION(403),
        /** A rule of the field forbids it. */
        RULE(422),
        /** What it is about is not there. */
        UNKNOWN(404),
        /** The record moved since it was read. */
        STALE(412);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    public static Rejection permission(String code, String sentence) {
        return new Rejection(Kind.PERMISSION, code, sentence, null);
    }

    public static Rejection rule(String code, String sentence, @Nullable String field) {
        return new Rejection(Kind.RULE, code, sentence, field);
    }

    public static Rejection unknown(String code, String sentence, @Nullable String field) {
        return new Rejection(Kind.UNKNOWN, code, sentence, field);
    }

    public static Rejection stale(String code, String sentence) {
        return new Rejection(Kind.STALE, code, sentence, null);
    }
}
