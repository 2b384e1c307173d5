package centralcommand.ledger.proof;

import java.nio.ByteBuffer;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;

/** A private key that signs notes with Ed25519. Whoever has its text can sign as its owner. */
public final class SigningKey {
    private static final String PREFIX = "PRIVATE+KEY+";

    private final byte[] seed;
    private final PrivateKey privateKey;
    private final VerifierKey verifierKey;

    private SigningKey(String name, byte[] seed) {
        this.seed = seed.clone();
        this.privateKey = Ed25519.privateKey(seed);
        this.verifierKey = VerifierKey.of(name, Ed25519.publicKeyOf(seed));
    }

    /**
     * A new key.
     *
     * @param name not empty, without Unicode spaces, control characters and plus; for a ledger its origin
     * @throws IllegalArgumentException if the name is another one
     */
    public static SigningKey generate(String name) {
        var seed = new byte[Ed25519.KEY_BYTES];
        new SecureRandom().nextBytes(seed);
        return new SigningKey(name, seed);
    }

    /**
     * Reads {@code PRIVATE+KEY+name+key id+base64 of 0x01 and the seed}, the form of {@code golang.org/x/mod/sumdb/note}.
     *
     * @throws IllegalArgumentException if it is no such key, or the key id is not that of its public key; the sentence does not repeat
     *     the key
     */
    public static SigningKey parse(String text) {
        var parts = text.startsWith(PREFIX) ? text.substring(PREFIX.length()).split("\\+", 3) : new String[0];
        if (parts.length != 3) {
            throw new IllegalArgumentException(
                    "A private key must be PRIVATE, KEY, a name, a key id and base64, with a plus between them.");
        }
        var material = NoteText.base64("The private key of " + parts[0], parts[2]);
        if (material.length != 1 + Ed25519.KEY_BYTES || material[0] != NoteKey.ED25519) {
            throw new IllegalArgumentException("The private key of %s is not of type %d with %d bytes."
                    .formatted(parts[0], NoteKey.ED25519, Ed25519.KEY_BYTES));
        }
        var key = new SigningKey(parts[0], Arrays.copyOfRange(material, 1, material.length));
        if (!NoteKey.hex(key.verifierKey.keyId()).equals(parts[1])) {
            throw new IllegalArgumentException(
                    "The key id of the private key of %s is not that of its public key.".formatted(parts[0]));
        }
        return key;
    }

    public String name() {
        return verifierKey.name();
    }

    public VerifierKey verifierKey() {
        return verifierKey;
    }

    /** By which cosignatures of this key are verified. */
    public WitnessKey witnessKey() {
        return WitnessKey.of(verifierKey);
    }

    /**
     * A note of this text with one signature, of this key.
     *
     * @throws IllegalArgumentException unless the text may be that of a note
     */
    public SignedNote sign(String text) {
        return new SignedNote(text, List.of(signature(NoteText.utf8("A note", text))));
    }

    /** The note with a signature of this key below the others. */
    public SignedNote sign(SignedNote note) {
        return note.with(signature(note.signedBytes()));
    }

    private NoteSignature signature(byte[] message) {
        return NoteSignature.of(verifierKey.noteKey(), Ed25519.sign(privateKey, message));
    }

    /**
     * The checkpoint with a cosignature (C2SP tlog-cosignature, v1) below the others. The caller has verified that the checkpoint is
     * signed by its log and consistent with all that he cosigned before. A witness's key signs nothing else: the text that is signed
     * here could stand in a note.
     *
     * @param timeSeconds since 1970-01-01 UTC
     * @throws IllegalArgumentException if the note is no checkpoint or the time is negative
     */
    public SignedNote cosign(SignedNote checkpoint, long timeSeconds) {
        Checkpoint.parse(checkpoint.text());
        if (timeSeconds < 0) {
            throw new IllegalArgumentException("A cosignature cannot be from before 1970.");
        }
        var time = ByteBuffer.allocate(Long.BYTES).putLong(timeSeconds).array();
        var signature = Ed25519.sign(privateKey, WitnessKey.message(checkpoint, timeSeconds));
        return checkpoint.with(NoteSignature.of(witnessKey().noteKey(), time, signature));
    }

    /** The key as {@link #parse} reads it: a secret. */
    public String secretText() {
        return "%s%s+%s+%s"
                .formatted(
                        PREFIX,
                        name(),
                        NoteKey.hex(verifierKey.keyId()),
                        NoteText.base64(new byte[] {NoteKey.ED25519}, seed));
    }

    /** Says whose key it is, and not the key. */
    @Override
    public String toString() {
        return "the private key of " + verifierKey;
    }
}
