package centralcommand.command.contract.shared;

import java.util.regex.Pattern;

/** The form of every id: lower-case letters and digits in words joined by single hyphens, at most 64 characters. */
public final class KebabCase {
    private static final int LONGEST = 64;
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private KebabCase() {}

    /** @throws IllegalArgumentException with a sentence that says what an id looks like */
    public static String require(String value) {
        if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("\"" + Text.shortened(value, LONGEST)
                    + "\" is not an id: use lower-case letters, digits and single hyphens, at most 64 characters.");
        }
        return value;
    }
}
