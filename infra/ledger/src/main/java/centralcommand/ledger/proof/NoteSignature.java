package centralcommand.ledger.proof;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A signature below a note, by whatever key; nothing is said about whether it holds.
 *
 * @param keyName whose key it is: not empty, without Unicode spaces, control characters and plus
 * @param base64 the four bytes of the key id and at least one of the signature, in the one padded form
 */
public record NoteSignature(String keyName, String base64) {
    private static final int KEY_ID_BYTES = 4;

    public NoteSignature {
        NoteText.keyName(keyName);
        if (NoteText.base64("The signature of " + keyName, base64).length <= KEY_ID_BYTES) {
            throw new IllegalArgumentException("The signature of %s is too short.".formatted(keyName));
        }
    }

    static NoteSignature of(NoteKey key, byte[]... parts) {
        var id = ByteBuffer.allocate(KEY_ID_BYTES).putInt(key.id()).array();
        var all = new byte[parts.length + 1][];
        all[0] = id;
        System.arraycopy(parts, 0, all, 1, parts.length);
        return new NoteSignature(key.name(), NoteText.base64(all));
    }

    /** Together with the name it says which key and which kind of signature this is. */
    public int keyId() {
        return ByteBuffer.wrap(decoded()).getInt();
    }

    /** What follows the key id. */
    public byte[] bytes() {
        var decoded = decoded();
        return Arrays.copyOfRange(decoded, KEY_ID_BYTES, decoded.length);
    }

    private byte[] decoded() {
        return NoteText.base64("The signature of " + keyName, base64);
    }
}
