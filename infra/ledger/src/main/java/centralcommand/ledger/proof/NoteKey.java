package centralcommand.ledger.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.PublicKey;
import java.util.Arrays;

/** A name, a kind of signature and an Ed25519 public key: what all keys of notes have in common. */
final class NoteKey {
    /** C2SP signed-note, signature types. */
    static final byte ED25519 = 0x01;

    /** C2SP tlog-cosignature. */
    static final byte COSIGNATURE_V1 = 0x04;

    private final String name;
    private final byte type;
    private final byte[] raw;
    private final PublicKey publicKey;
    private final int id;

    NoteKey(String name, byte type, byte[] raw) {
        this.name = NoteText.keyName(name);
        this.type = type;
        this.raw = raw.clone();
        this.publicKey = Ed25519.publicKey(raw);
        this.id = id(name, new byte[] {type}, raw);
    }

    /** Reads a verifier key: name, plus, key id in eight hexadecimal digits, plus, base64 of the type and the public key. */
    static NoteKey parse(String text, byte type) {
        var parts = text.split("\\+", 3);
        if (parts.length != 3 || !parts[1].matches("[0-9a-f]{8}")) {
            throw new IllegalArgumentException(
                    "A verifier key must be a name, a key id of eight hexadecimal digits and base64, with a plus between them.");
        }
        var material = NoteText.base64("The public key of " + parts[0], parts[2]);
        if (material.length != 1 + Ed25519.KEY_BYTES || material[0] != type) {
            throw new IllegalArgumentException("The verifier key of %s is not of type %d with %d bytes."
                    .formatted(parts[0], type, Ed25519.KEY_BYTES));
        }
        var key = new NoteKey(parts[0], type, Arrays.copyOfRange(material, 1, material.length));
        if (!hex(key.id).equals(parts[1])) {
            throw new IllegalArgumentException(
                    "The key id of %s should be %s, but is %s.".formatted(parts[0], hex(key.id), parts[1]));
        }
        return key;
    }

    /** The same public key under the same name for another kind of signature. */
    NoteKey as(byte otherType) {
        return new NoteKey(name, otherType, raw);
    }

    String name() {
        return name;
    }

    int id() {
        return id;
    }

    String text() {
        return "%s+%s+%s".formatted(name, hex(id), NoteText.base64(new byte[] {type}, raw));
    }

    boolean verifies(byte[] message, byte[] signature) {
        return Ed25519.verify(publicKey, message, signature);
    }

    /** C2SP signed-note: the first four bytes of SHA-256 of the name, a newline, the type and the public key. */
    private static int id(String name, byte[] type, byte[] raw) {
        return ByteBuffer.wrap(
                        Hash.over((name + "\n").getBytes(UTF_8), type, raw).bytes())
                .getInt();
    }

    static String hex(int id) {
        return "%08x".formatted(id);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteKey that
                && name.equals(that.name)
                && type == that.type
                && Arrays.equals(raw, that.raw);
    }

    @Override
    public int hashCode() {
        return id;
    }
}
