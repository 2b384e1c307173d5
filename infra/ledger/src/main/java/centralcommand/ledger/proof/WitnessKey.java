package centralcommand.ledger.proof;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/**
 * The public key of a witness, who says of a checkpoint that at some time it was the largest that he had seen and in agreement with all
 * before (<a href="https://c2sp.org/tlog-cosignature">C2SP tlog-cosignature</a>, v1, type 0x04).
 */
public final class WitnessKey {
    private static final int TIME_BYTES = Long.BYTES;

    private final NoteKey key;

    private WitnessKey(NoteKey key) {
        this.key = key;
    }

    /**
     * Reads {@code name+key id+base64 of 0x04 and the public key}.
     *
     * @throws IllegalArgumentException if it is no such key, or the key id is not that of the name and the key
     */
    public static WitnessKey parse(String text) {
        return new WitnessKey(NoteKey.parse(text, NoteKey.COSIGNATURE_V1));
    }

    /** That of a witness who gave his public key in the form for plain signatures, as some do. */
    public static WitnessKey of(VerifierKey key) {
        return new WitnessKey(key.noteKey().as(NoteKey.COSIGNATURE_V1));
    }

    public String name() {
        return key.name();
    }

    /** The key as {@link #parse} reads it. */
    public String text() {
        return key.text();
    }

    /**
     * What this witness said of the note; nothing if there is no cosignature of his or one that is false. Of several the latest.
     */
    public Optional<Cosignature> cosignature(SignedNote note) {
        var signatures = note.signaturesOf(key);
        if (!signatures.stream().allMatch(signature -> isTrue(note, signature))) {
            return Optional.empty();
        }
        return signatures.stream()
                .map(signature -> new Cosignature(this, time(signature.bytes())))
                .max(Comparator.comparingLong(Cosignature::timeSeconds));
    }

    /**
     * The cosignature of this witness for the note among lines that he sent, the latest of several. What else stands in them, he cannot
     * bring in by this.
     *
     * @throws IllegalArgumentException if they are no lines of signatures
     */
    public Optional<NoteSignature> cosignatureIn(String lines, SignedNote note) {
        return SignedNote.parse(note.text() + "\n" + lines).signaturesOf(key).stream()
                .filter(signature -> isTrue(note, signature))
                .max(Comparator.comparingLong(signature -> time(signature.bytes())));
    }

    private boolean isTrue(SignedNote note, NoteSignature signature) {
        var bytes = signature.bytes();
        if (bytes.length <= TIME_BYTES || time(bytes) < 0) {
            return false;
        }
        return key.verifies(message(note, time(bytes)), Arrays.copyOfRange(bytes, TIME_BYTES, bytes.length));
    }

    private static long time(byte[] signature) {
        return ByteBuffer.wrap(signature).getLong();
    }

    /** What a witness signs: two lines with the time before the text of the note. */
    static byte[] message(SignedNote note, long timeSeconds) {
        return NoteText.utf8("A note", "cosignature/v1\ntime %d\n%s".formatted(timeSeconds, note.text()));
    }

    NoteKey noteKey() {
        return key;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WitnessKey that && key.equals(that.key);
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
