package centralcommand.ledger;

import java.nio.charset.StandardCharsets;

/** Names that every adapter keeps as they are: none blank, endless, or with characters that a store would alter silently. */
final class Text {
    private static final int MAX_LENGTH = 512;

    private Text() {}

    static void check(String what, String value) {
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "The %s must have 1 to %d characters, but has %d.".formatted(what, MAX_LENGTH, value.length()));
        }
        // One encoder for each call: encoders are not for several threads.
        if (value.chars().anyMatch(Character::isISOControl)
                || !StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
            throw new IllegalArgumentException("The %s has characters that are no text.".formatted(what));
        }
    }
}
