package centralcommand.verify.note;

import java.util.Base64;

/** Base64 in its one canonical form: what would be read as the same bytes but is written otherwise is refused. */
public final class Base64Text {
    private Base64Text() {}

    /** The bytes that the text stands for. */
    public static byte[] decode(String text) throws MalformedNoteException {
        try {
            var bytes = Base64.getDecoder().decode(text);
            if (encode(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // Said below, in the same words.
        }
        throw new MalformedNoteException("what should be base64 is not");
    }

    /** The text for these bytes. */
    public static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
