package centralcommand.verify.note;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text and the signatures under it (<a href="https://c2sp.org/signed-note">C2SP signed-note</a>).
 *
 * @param text ends with a line break; what the signatures speak about
 * @param signatures in the order in which they stand; at least one, at most {@value #MOST_SIGNATURES}
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
    static final int MOST_SIGNATURES = 100;
    private static final int LONGEST = 1_000_000;
    private static final String DASH = "\u2014 ";

    public SignedNote {
        signatures = List.copyOf(signatures);
    }

    /** Reads a note; no signature is checked by this. */
    public static SignedNote parse(String note) throws MalformedNoteException {
        if (note.length() > LONGEST) {
            throw new MalformedNoteException("the note is longer than a million characters");
        }
        if (note.chars().anyMatch(c -> c < ' ' && c != '\n') || note.chars().anyMatch(c -> c == '\uFFFD')) {
            throw new MalformedNoteException("the note holds characters that a note must not hold");
        }
        var split = note.lastIndexOf("\n\n");
        if (split < 0 || !note.endsWith("\n") || split + 2 == note.length()) {
            throw new MalformedNoteException("the note is not a text, an empty line and lines with signatures");
        }
        var signatures = new ArrayList<NoteSignature>();
        for (var line : note.substring(split + 2, note.length() - 1).split("\n", MOST_SIGNATURES + 1)) {
            if (signatures.size() == MOST_SIGNATURES) {
                throw new MalformedNoteException("the note has more than %d signatures".formatted(MOST_SIGNATURES));
            }
            signatures.add(signature(line));
        }
        return new SignedNote(note.substring(0, split + 1), signatures);
    }

    /** What the key has to say about this note. */
    public Verdict signedBy(VerifierKey key) {
        var verdict = Verdict.ABSENT;
        for (var signature : signatures) {
            if (key.matches(signature)) {
                if (!key.verifies(text, signature)) {
                    return Verdict.FORGED;
                }
                verdict = Verdict.SIGNED;
            }
        }
        return verdict;
    }

    /** Whether a key signed a note. */
    public enum Verdict {
        /** It did. */
        SIGNED,
        /** A line claims so but is not by this key, or not over this text. */
        FORGED,
        /** No line claims so. */
        ABSENT
    }

    private static NoteSignature signature(String line) throws MalformedNoteException {
        var parts = line.startsWith(DASH) ? line.substring(DASH.length()).split(" ", 3) : new String[0];
        if (parts.length != 2 || !VerifierKey.isName(parts[0])) {
            throw new MalformedNoteException("a line under the note is no signature");
        }
        var bytes = Base64Text.decode(parts[1]);
        if (bytes.length < 5) {
            throw new MalformedNoteException("a signature under the note is too short");
        }
        return new NoteSignature(parts[0], ByteBuffer.wrap(bytes).getInt(), Arrays.copyOfRange(bytes, 4, bytes.length));
    }

    /** The line of a signature, with its line break. */
    public static String line(NoteSignature signature) {
        var bytes = ByteBuffer.allocate(4 + signature.bytes().length)
                .putInt(signature.keyId())
                .put(signature.bytes());
        return DASH + signature.name() + " " + Base64Text.encode(bytes.array()) + "\n";
    }
}
