package centralcommand.verify.source;

import java.nio.charset.StandardCharsets;

/** Texts and bytes without guessing: two different ones never become the same. */
final class Utf8 {
    private Utf8() {}

    /** Whether the text can be written as UTF-8; half of a surrogate pair cannot, and Java would write a question mark. */
    static boolean isWellFormed(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (Character.isLowSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** For notes and messages: what is no UTF-8 becomes a sign that no note may hold. */
    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
