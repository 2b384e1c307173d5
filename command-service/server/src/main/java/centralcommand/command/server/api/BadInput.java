package centralcommand.command.server.api;

import org.jspecify.annotations.Nullable;

/**
 * What was sent cannot be taken for a command; it is answered 400 and not recorded.
 *
 * @param code stable, upper snake case
 * @param sentence where it is wrong and what to write instead
 * @param field path in the JSON, where there is one
 */
record BadInput(String code, String sentence, @Nullable String field) {

    /** Thrown where it is found deep inside. */
    @SuppressWarnings("serial") // Never leaves its process.
    static final class Found extends RuntimeException {
        private final BadInput input;

        Found(BadInput input) {
            super(input.sentence(), null, false, false);
            this.input = input;
        }

        BadInput input() {
            return input;
        }
    }

    static BadInput malformed(String sentence) {
        return new BadInput("MALFORMED_JSON", sentence, null);
    }

    static BadInput unknownField(String path, String known) {
        return new BadInput(
                "UNKNOWN_FIELD",
                "There is no field %s. Take it off, or write one of: %s.".formatted(path, known),
                path);
    }

    static BadInput missing(String path, String wanted) {
        return new BadInput("MISSING_FIELD", "%s is missing. Write %s.".formatted(path, wanted), path);
    }

    /** @param path empty where the whole body is meant */
    static BadInput wrongType(String path, String found, String wanted) {
        return path.isEmpty()
                ? new BadInput("WRONG_TYPE", "The body is %s. Write %s.".formatted(found, wanted), null)
                : new BadInput("WRONG_TYPE", "%s is %s. Write %s.".formatted(path, found, wanted), path);
    }

    static BadInput invalid(String sentence, @Nullable String path) {
        return new BadInput("INVALID_VALUE", sentence, path);
    }
}
