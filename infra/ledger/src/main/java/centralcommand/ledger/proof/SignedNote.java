package centralcommand.ledger.proof;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A text and the signatures below it: a <a href="https://c2sp.org/signed-note">C2SP signed note</a>. That a note could be read says
 * nothing about its signatures; {@link VerifierKey#verify} and {@link WitnessKey#cosignature} do.
 *
 * @param text ends with a newline; no other ASCII control characters
 * @param signatures 1 to {@value #MAX_SIGNATURES}
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
    /** Of a whole note in UTF-8. */
    public static final int MAX_BYTES = 1_000_000;

    public static final int MAX_SIGNATURES = 100;

    private static final String SIGNATURE_PREFIX = "\u2014 ";

    /** @throws IllegalArgumentException if text or signatures are not as described, or the whole is too large */
    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n")) {
            throw new IllegalArgumentException("The text of a note must end with a newline.");
        }
        if (NoteText.hasControlCharacters(text)) {
            throw new IllegalArgumentException("A note must not have control characters other than newlines.");
        }
        if (signatures.isEmpty() || signatures.size() > MAX_SIGNATURES) {
            throw new IllegalArgumentException(
                    "A note must have 1 to %d signatures, but has %d.".formatted(MAX_SIGNATURES, signatures.size()));
        }
        if (text.length() > MAX_BYTES || bytes(text, signatures) > MAX_BYTES) {
            throw tooLarge();
        }
    }

    /**
     * Reads a note.
     *
     * @throws IllegalArgumentException if it is no note: with what is wrong with it
     */
    public static SignedNote parse(String note) {
        if (note.length() > MAX_BYTES) {
            throw tooLarge();
        }
        if (!note.endsWith("\n")) {
            throw new IllegalArgumentException("A note must end with a newline.");
        }
        var blank = note.lastIndexOf("\n\n");
        if (blank < 0) {
            throw new IllegalArgumentException("A note must have a blank line between its text and its signatures.");
        }
        var below = note.substring(blank + 2);
        var lines = below.chars().filter(character -> character == '\n').count();
        if (lines == 0 || lines > MAX_SIGNATURES) {
            throw new IllegalArgumentException(
                    "A note must have 1 to %d signatures, but has %d.".formatted(MAX_SIGNATURES, lines));
        }
        var signatures = NoteText.lines("a note", below).stream()
                .map(SignedNote::signature)
                .toList();
        return new SignedNote(note.substring(0, blank + 1), signatures);
    }

    /**
     * Reads a note as it came over a wire.
     *
     * @throws IllegalArgumentException if it is no UTF-8 or no note: with what is wrong with it
     */
    public static SignedNote parse(byte[] utf8) {
        if (utf8.length > MAX_BYTES) {
            throw tooLarge();
        }
        try {
            return parse(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("A note must be UTF-8.", e);
        }
    }

    private static NoteSignature signature(String line) {
        var space = line.indexOf(' ', SIGNATURE_PREFIX.length());
        if (!line.startsWith(SIGNATURE_PREFIX) || space < 0) {
            throw new IllegalArgumentException(
                    "A signature must be an em dash, a space, the name of a key, a space and base64.");
        }
        return new NoteSignature(line.substring(SIGNATURE_PREFIX.length(), space), line.substring(space + 1));
    }

    /** The note as it is stored and sent; reading it again gives this note. */
    public String format() {
        var note = new StringBuilder(text).append('\n');
        for (var signature : signatures) {
            note.append(SIGNATURE_PREFIX)
                    .append(signature.keyName())
                    .append(' ')
                    .append(signature.base64())
                    .append('\n');
        }
        return note.toString();
    }

    /** The same with this signature below the others; one that the key gave before is left out. */
    public SignedNote with(NoteSignature added) {
        var all = new ArrayList<>(signatures);
        all.removeIf(signature -> signature.keyName().equals(added.keyName()) && signature.keyId() == added.keyId());
        all.add(added);
        return new SignedNote(text, all);
    }

    List<NoteSignature> signaturesOf(NoteKey key) {
        return signatures.stream()
                .filter(signature -> signature.keyName().equals(key.name()) && signature.keyId() == key.id())
                .toList();
    }

    byte[] signedBytes() {
        return NoteText.utf8("A note", text);
    }

    private static long bytes(String text, List<NoteSignature> signatures) {
        var bytes = NoteText.utf8("A note", text).length + 1L;
        for (var signature : signatures) {
            // The em dash takes three bytes; with two spaces and the newline that is six.
            bytes += 6L
                    + NoteText.utf8("A name", signature.keyName()).length
                    + signature.base64().length();
        }
        return bytes;
    }

    private static IllegalArgumentException tooLarge() {
        return new IllegalArgumentException("A note must not be larger than %,d bytes.".formatted(MAX_BYTES));
    }
}
