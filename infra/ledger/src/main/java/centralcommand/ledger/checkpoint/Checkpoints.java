package centralcommand.ledger.checkpoint;

import centralcommand.ledger.Ledger;
import centralcommand.ledger.LedgerException;
import centralcommand.ledger.Notes.Kind;
import centralcommand.ledger.Notes.Note;
import centralcommand.ledger.proof.Checkpoint;
import centralcommand.ledger.proof.KeyFile;
import centralcommand.ledger.proof.KeyHistory;
import centralcommand.ledger.proof.KeyIntroduction;
import centralcommand.ledger.proof.SignedNote;
import centralcommand.ledger.proof.SigningKey;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Signs the root of the ledger's tree and keeps what was signed. What was signed last is remembered beside the key too, so that a ledger
 * which was cut, set back to an older copy or rewritten is noticed here and not signed again.
 *
 * <p>Several may sign for one ledger and change its key at once, in one process or in many. Whoever does holds the key file alone, so that
 * nobody settles a change that another is about to make. And what he makes is kept only if no other note was kept since he looked at the
 * ledger's keys and checkpoints: that holds between machines too, where each has a key file of its own.
 */
public final class Checkpoints {
    /** Each time in vain, somebody else has kept a note. */
    private static final int TRIES = 100;

    private final Ledger ledger;
    private final @Nullable Signing signing;

    private record Signing(KeyFile key, LastSigned lastSigned) {}

    private Checkpoints(Ledger ledger, @Nullable Signing signing) {
        this.ledger = ledger;
        this.signing = signing;
    }

    /** Those of a ledger whose key is in this file, which is made with the first checkpoint. */
    public static Checkpoints signedWith(Path keyFile, Ledger ledger) {
        return new Checkpoints(
                ledger,
                new Signing(
                        KeyFile.at(keyFile),
                        new LastSigned(keyFile.resolveSibling(keyFile.getFileName() + ".last-checkpoint"))));
    }

    /** Those of a ledger that is signed for elsewhere. */
    public static Checkpoints of(Ledger ledger) {
        return new Checkpoints(ledger, null);
    }

    /**
     * One that covers all commits, signed now if the last one does not; where the key is elsewhere, the last one. None while nothing has
     * been recorded.
     *
     * @throws LedgerException if the ledger is not what was signed before, or the key cannot be used; it says what to do
     */
    public Optional<Note> upToDate() {
        if (signing == null) {
            return latest();
        }
        var latest = latest();
        return requireUnchanged(latest) == sizeOf(latest) ? latest : alone(signing, () -> upToDate(signing));
    }

    private Optional<Note> upToDate(Signing with) {
        return untilKept(() -> {
            var last = lastNote();
            var latest = latest();
            var size = requireUnchanged(latest);
            if (size == sizeOf(latest)) {
                return Optional.of(latest);
            }
            return sign(last, size, with).map(Optional::of);
        });
    }

    /** What speaks against this being the ledger that was signed for, in a sentence; nothing if all is well. */
    public Optional<String> alarm() {
        try {
            var latest = latest();
            requireUnchanged(latest);
            requireSigned(latest);
            return Optional.empty();
        } catch (LedgerException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /**
     * The one that was kept last, with the cosignatures that it has.
     *
     * @throws LedgerException if it is none; it says which note
     */
    public Optional<Note> latest() {
        var latest = ledger.notes().latest(Kind.CHECKPOINT);
        latest.ifPresent(Checkpoints::checkpoint);
        return latest;
    }

    /**
     * The keys that signed and sign for this ledger; none before the first checkpoint.
     *
     * @throws LedgerException if a note about them is not to be believed; it says which
     */
    public Optional<KeyHistory> keys() {
        return history(ledger.notes().keys());
    }

    private static Optional<KeyHistory> history(Iterable<Note> notes) {
        @Nullable KeyHistory history = null;
        for (var note : notes) {
            try {
                var introduction = SignedNote.parse(note.text());
                history = history == null ? KeyHistory.of(introduction) : history.with(introduction);
            } catch (IllegalArgumentException e) {
                throw unusable(note, "introduces no key that can be believed", e);
            }
        }
        return Optional.ofNullable(history);
    }

    /** Keeps a checkpoint that witnesses have cosigned. */
    Note keep(SignedNote cosigned) {
        return ledger.notes()
                .keep(Kind.CHECKPOINT, Checkpoint.parse(cosigned.text()).size(), cosigned.format());
    }

    /**
     * Replaces the key by a new one from the next commit on.
     *
     * @return the note that introduces it
     * @throws LedgerException if the key cannot be used
     */
    public KeyIntroduction rotateKey() {
        if (signing == null) {
            throw new LedgerException("The key of this ledger is elsewhere; change it there.");
        }
        return alone(signing, () -> untilKept(() -> rotateKey(signing)));
    }

    private Optional<KeyIntroduction> rotateKey(Signing with) {
        var before = lastNote();
        var latest = upToDate(with)
                .orElseThrow(() -> new LedgerException("Nothing has been recorded, so there is no key to change."));
        var last = Math.max(before, latest.id());
        var history = keys().orElseThrow();
        with.key().read(history.current());
        var from = latest.size() + 1;
        return with.key()
                .rotate(from, introduction -> {
                    requireBelievable(history, introduction, latest.size());
                    return ledger.notes()
                            .keepAfter(last, Kind.KEY, from, introduction.format())
                            .isPresent();
                })
                .map(key -> new KeyIntroduction(history.origin(), key.verifierKey(), from));
    }

    private static void requireBelievable(KeyHistory history, SignedNote introduction, long signedSize) {
        try {
            history.with(introduction, signedSize);
        } catch (IllegalArgumentException e) {
            throw new LedgerException("The key is not changed. " + e.getMessage(), e);
        }
    }

    /** Nothing if another note was kept meanwhile, or the first key was introduced just now: then all has to be looked at again. */
    private Optional<Note> sign(long last, long size, Signing with) {
        var origin = Checkpoint.originOf(ledger.tree().nodes().node(0, 0));
        var history = keys();
        if (history.isEmpty()) {
            var first = KeyIntroduction.first(firstKey(origin, with.key()));
            ledger.notes().keepAfter(last, Kind.KEY, 0, first.format());
            return Optional.empty();
        }
        var signed = signedBefore(size, with.lastSigned(), history.get()).orElseGet(() -> {
            var text = new Checkpoint(origin, size, ledger.tree().root(size)).text();
            var fresh = with.key().read(history.get().keyAt(size)).sign(text);
            with.lastSigned().remember(fresh);
            return fresh;
        });
        return ledger.notes().keepAfter(last, Kind.CHECKPOINT, size, signed.format());
    }

    /**
     * After a smaller checkpoint was kept again because a witness cosigned it, the one that covers everything is not the last any more.
     * It cannot be signed anew where its key has been replaced since.
     */
    private static Optional<SignedNote> signedBefore(long size, LastSigned lastSigned, KeyHistory history) {
        return lastSigned
                .note()
                .filter(note -> history.checkpoint(note)
                        .filter(checkpoint -> checkpoint.size() == size)
                        .isPresent());
    }

    private static SigningKey firstKey(String origin, KeyFile file) {
        var first = file.exists() ? file.read() : file.create(origin);
        if (!first.name().equals(origin)) {
            throw new LedgerException(
                    "The key in %s is that of %s, but this ledger is %s. Give it a key file of its own."
                            .formatted(file, first.name(), origin));
        }
        return first;
    }

    /** At its end if nothing is kept meanwhile. */
    private long lastNote() {
        return Stream.of(Kind.values())
                .flatMap(kind -> ledger.notes().latest(kind).stream())
                .mapToLong(Note::id)
                .max()
                .orElse(0);
    }

    private static <T> T untilKept(Supplier<Optional<T>> attempt) {
        for (var n = 0; n < TRIES; n++) {
            var kept = attempt.get();
            if (kept.isPresent()) {
                return kept.get();
            }
        }
        throw new LedgerException("Others keep notes about this ledger without pause; nothing could be signed.");
    }

    private static <T> T alone(Signing with, Supplier<T> work) {
        try {
            return with.key().alone(work);
        } catch (IllegalStateException | UncheckedIOException e) {
            throw new LedgerException(String.valueOf(e.getMessage()), e);
        }
    }

    /** @return how many commits there are */
    private long requireUnchanged(Optional<Note> latest) {
        var signed = Stream.concat(
                        signing == null ? Stream.empty() : signing.lastSigned().checkpoint().stream(),
                        latest.map(Checkpoints::checkpoint).stream())
                .toList();
        // Counted after all that was signed is known: what is recorded and signed in between is not missing.
        var size = ledger.commits();
        signed.forEach(checkpoint -> requireIn(checkpoint, size));
        return size;
    }

    private void requireIn(Checkpoint signed, long size) {
        if (signed.size() > size) {
            throw new LedgerException(
                    ("%d commits were signed for, but the ledger has only %d: it was cut, or set back to an older copy."
                                    + " Nothing is signed until that is cleared up; see docs/operating.md.")
                            .formatted(signed.size(), size));
        }
        if (!ledger.tree().root(signed.size()).equals(signed.root())) {
            throw new LedgerException(
                    ("The first %d commits are not those that were signed for: the ledger was altered."
                                    + " Nothing is signed until that is cleared up; infra/verify/verify says where.")
                            .formatted(signed.size()));
        }
    }

    private void requireSigned(Optional<Note> latest) {
        var history = keys();
        latest.ifPresent(note -> {
            var checkpoint = SignedNote.parse(note.text());
            if (history.flatMap(keys -> keys.checkpoint(checkpoint)).isEmpty()) {
                throw new LedgerException(
                        "The checkpoint in note %d is not signed by the key that this ledger had for it; infra/verify/verify says more."
                                .formatted(note.id()));
            }
        });
    }

    private static long sizeOf(Optional<Note> latest) {
        return latest.map(Note::size).orElse(0L);
    }

    private static Checkpoint checkpoint(Note note) {
        try {
            var checkpoint = Checkpoint.parse(SignedNote.parse(note.text()).text());
            if (checkpoint.size() != note.size()) {
                throw new IllegalArgumentException(
                        "It speaks of %d commits and is filed under %d.".formatted(checkpoint.size(), note.size()));
            }
            return checkpoint;
        } catch (IllegalArgumentException e) {
            throw unusable(note, "is no checkpoint", e);
        }
    }

    private static LedgerException unusable(Note note, String what, IllegalArgumentException why) {
        return new LedgerException(
                ("Note %d of the ledger %s: somebody wrote to the ledger past its programs. %s"
                                + " Nothing is signed until that is cleared up; infra/verify/verify says what else is wrong.")
                        .formatted(note.id(), what, why.getMessage()),
                why);
    }
}
