package centralcommand.ledger.proof;

/**
 * The public key by which a note is verified, for Ed25519 signatures as <a href="https://c2sp.org/signed-note">C2SP signed-note</a> has
 * them (type 0x01). Its text can be given to anybody.
 */
public final class VerifierKey {
    private final NoteKey key;

    private VerifierKey(NoteKey key) {
        this.key = key;
    }

    static VerifierKey of(String name, byte[] publicKey) {
        return new VerifierKey(new NoteKey(name, NoteKey.ED25519, publicKey));
    }

    /**
     * Reads {@code name+key id+base64 of 0x01 and the public key}.
     *
     * @throws IllegalArgumentException if it is no such key, or the key id is not that of the name and the key
     */
    public static VerifierKey parse(String text) {
        return new VerifierKey(NoteKey.parse(text, NoteKey.ED25519));
    }

    public String name() {
        return key.name();
    }

    /** Tells keys of one name apart in a note; short, so no proof of anything. */
    public int keyId() {
        return key.id();
    }

    /** The key as {@link #parse} reads it. */
    public String text() {
        return key.text();
    }

    /**
     * Whether this key signed the note. Signatures of other keys are passed over; a false one under the name and id of this key makes
     * the note false, even beside a true one.
     */
    public boolean verify(SignedNote note) {
        var signatures = note.signaturesOf(key);
        var text = note.signedBytes();
        return !signatures.isEmpty()
                && signatures.stream().allMatch(signature -> key.verifies(text, signature.bytes()));
    }

    NoteKey noteKey() {
        return key;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
