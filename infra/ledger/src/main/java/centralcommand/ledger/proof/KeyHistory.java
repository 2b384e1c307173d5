package centralcommand.ledger.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which key of a ledger was in force at which size, from the notes that introduced them. Each key is vouched for by the one before, so
 * whoever trusts the first key trusts them all; that the first one is the right one has to be known from elsewhere.
 */
public final class KeyHistory {
    private final List<KeyIntroduction> introductions;

    private KeyHistory(List<KeyIntroduction> introductions) {
        this.introductions = List.copyOf(introductions);
    }

    /**
     * Follows the notes in the order in which they were made.
     *
     * @throws IllegalArgumentException if there is none, or one of them is no introduction or is not to be believed
     */
    public static KeyHistory of(List<SignedNote> notes) {
        if (notes.isEmpty()) {
            throw new IllegalArgumentException("A ledger without a note about its key has no key.");
        }
        var history = of(notes.getFirst());
        for (var note : notes.subList(1, notes.size())) {
            history = history.with(note);
        }
        return history;
    }

    /**
     * That of a ledger which had no other key so far.
     *
     * @throws IllegalArgumentException if the note is no introduction of a first key
     */
    public static KeyHistory of(SignedNote note) {
        var first = KeyIntroduction.parse(note.text());
        if (first.fromSize() != 0) {
            throw new IllegalArgumentException(
                    "The first key of a ledger must be in force from 0, not from %d.".formatted(first.fromSize()));
        }
        requireSignature(note, first.key(), "itself");
        return new KeyHistory(List.of(first));
    }

    /**
     * The history with the next key.
     *
     * @throws IllegalArgumentException if the note is no introduction or is not to be believed: it is about another ledger, its key had
     *     its time before, its size falls, or a signature is missing
     */
    public KeyHistory with(SignedNote note) {
        var next = KeyIntroduction.parse(note.text());
        var replaced = introductions.getLast();
        if (!next.origin().equals(origin())) {
            throw new IllegalArgumentException(
                    "The key is one of ledger %s, not of %s.".formatted(next.origin(), origin()));
        }
        if (introductions.stream().anyMatch(earlier -> earlier.key().equals(next.key()))) {
            throw new IllegalArgumentException("The key %s was introduced before.".formatted(next.key()));
        }
        if (next.fromSize() < replaced.fromSize()) {
            throw new IllegalArgumentException(
                    "The key %s cannot be in force from %d: the one that it replaces is in force from %d."
                            .formatted(next.key(), next.fromSize(), replaced.fromSize()));
        }
        requireSignature(note, next.key(), "itself");
        requireSignature(note, replaced.key(), "the key that it replaces");
        var longer = new ArrayList<>(introductions);
        longer.add(next);
        return new KeyHistory(longer);
    }

    /**
     * The history with a key that is being introduced.
     *
     * @param signedSize of the largest checkpoint that is signed by now
     * @throws IllegalArgumentException also if the key would be in force for that checkpoint, which then no longer held
     */
    public KeyHistory with(SignedNote note, long signedSize) {
        var longer = with(note);
        var from = longer.introductions.getLast().fromSize();
        if (from <= signedSize) {
            throw new IllegalArgumentException(
                    "The key %s cannot be in force from %d: a checkpoint of %d commits is signed by the one that it replaces."
                            .formatted(longer.current(), from, signedSize));
        }
        return longer;
    }

    private static void requireSignature(SignedNote note, VerifierKey key, String whose) {
        if (!key.verify(note)) {
            throw new IllegalArgumentException(
                    "The introduction of a key is not signed by %s (%s).".formatted(whose, key));
        }
    }

    public String origin() {
        return introductions.getFirst().origin();
    }

    /** On which the trust in all others rests. */
    public VerifierKey first() {
        return introductions.getFirst().key();
    }

    /** The key that was introduced last, with which the ledger signs from now on. */
    public VerifierKey current() {
        return introductions.getLast().key();
    }

    /**
     * The key that signs checkpoints of this size: the last one that was introduced for it.
     *
     * @throws IllegalArgumentException if the size is negative
     */
    public VerifierKey keyAt(long size) {
        for (var introduction : introductions.reversed()) {
            if (introduction.fromSize() <= size) {
                return introduction.key();
            }
        }
        throw new IllegalArgumentException("No ledger has %d commits.".formatted(size));
    }

    /**
     * The checkpoint in a note, if it is one of this ledger and signed by the key that is in force at its size.
     *
     * @throws IllegalArgumentException if the note is no checkpoint
     */
    public Optional<Checkpoint> checkpoint(SignedNote note) {
        var checkpoint = Checkpoint.parse(note.text());
        return checkpoint.origin().equals(origin()) && keyAt(checkpoint.size()).verify(note)
                ? Optional.of(checkpoint)
                : Optional.empty();
    }

    public List<KeyIntroduction> introductions() {
        return introductions;
    }
}
