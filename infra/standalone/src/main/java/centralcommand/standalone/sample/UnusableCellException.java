package centralcommand.standalone.sample;

import org.jspecify.annotations.Nullable;

/** A cell, or the row as a whole, cannot be said as a command. */
final class UnusableCellException extends Exception {
    private final @Nullable String column;

    UnusableCellException(@Nullable String column, String sentence) {
        super(sentence, null, false, false);
        this.column = column;
    }

    @Nullable
    String column() {
        return column;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
