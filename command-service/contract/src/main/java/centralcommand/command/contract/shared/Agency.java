package centralcommand.command.contract.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/** A department that reports here, by its code: {@code DEFENSE}, {@code ENERGY}, {@code INTERIOR}, {@code COMMERCE}. Which codes exist is data: organizations register them. */
public record Agency(@JsonValue String code) implements Comparable<Agency> {
    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z_]{1,31}");

    @JsonCreator
    public Agency {
        code = code.strip().toUpperCase(Locale.ROOT);
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "\"" + Text.shortened(code, 32) + "\" is not an agency code: use letters, for example ENERGY.");
        }
    }

    @Override
    public int compareTo(Agency other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
