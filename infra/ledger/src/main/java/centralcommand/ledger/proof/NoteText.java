package centralcommand.ledger.proof;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** The few forms that texts of notes are made of, each with exactly one way to write a value. */
final class NoteText {
    private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0,18}");

    private NoteText() {}

    /** The lines of a text that ends with a newline, without their newlines. */
    static List<String> lines(String what, String text) {
        if (!text.endsWith("\n")) {
            throw new IllegalArgumentException("The text of %s must end with a newline.".formatted(what));
        }
        return List.of(text.substring(0, text.length() - 1).split("\n", -1));
    }

    /** A number of at least 0 without sign or leading zeros. */
    static long decimal(String what, String text) {
        try {
            if (DECIMAL.matcher(text).matches()) {
                return Long.parseLong(text);
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("%s is larger than 2^63 - 1.".formatted(what), e);
        }
        throw new IllegalArgumentException(
                "%s must be a decimal number without sign or leading zeros.".formatted(what));
    }

    /** RFC 4648, section 4, with padding and no bits left over, so that no two texts are the same bytes. */
    static byte[] base64(String what, String text) {
        try {
            var bytes = Base64.getDecoder().decode(text);
            if (base64(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("%s is not base64.".formatted(what), e);
        }
        throw new IllegalArgumentException("%s is not base64 in its one padded form.".formatted(what));
    }

    static String base64(byte[]... parts) {
        var length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        var bytes = new byte[length];
        var next = 0;
        for (var part : parts) {
            System.arraycopy(part, 0, bytes, next, part.length);
            next += part.length;
        }
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The UTF-8 of a text; half a surrogate pair has none. */
    static byte[] utf8(String what, String text) {
        try {
            var utf8 = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            return Arrays.copyOf(utf8.array(), utf8.limit());
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("%s has half a surrogate pair and so no UTF-8.".formatted(what), e);
        }
    }

    /** C2SP signed-note: key names are not empty and have neither Unicode spaces nor a plus; nor, in a note, control characters. */
    static String keyName(String name) {
        if (name.isEmpty() || name.codePoints().anyMatch(NoteText::isNotForNames)) {
            throw new IllegalArgumentException(
                    "The name of a key must not be empty or have spaces, control characters or a plus.");
        }
        utf8("The name of a key", name);
        return name;
    }

    private static boolean isNotForNames(int character) {
        return character == '+'
                || Character.isSpaceChar(character)
                || Character.isWhitespace(character)
                || Character.isISOControl(character);
    }

    /** C2SP signed-note: no ASCII control characters other than newline. */
    static boolean hasControlCharacters(String text) {
        return text.chars().anyMatch(character -> character < ' ' && character != '\n');
    }
}
