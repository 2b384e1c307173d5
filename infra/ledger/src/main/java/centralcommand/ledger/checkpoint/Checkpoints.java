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
import org.jspecify.annotations.Nullable;

/**
 * Signs the root of the ledger's tree and keeps what was signed. What was signed last is remembered beside the key too, so that a ledger
 * which was cut, set back to an older copy or rewritten is noticed here and not signed again.
 */
public final class Checkpoints {
    private final Ledger ledger;
    private final @Nullable KeyFile key;
    private final @Nullable LastSigned lastSigned;

    private Checkpoints(Ledger ledger, @Nullable KeyFile key, @Nullable LastSigned lastSigned) {
        this.ledger = ledger;
        this.key = key;
        this.lastSigned = lastSigned;
    }

    /** Those of a ledger whose key is in this file, which is made with the first checkpoint. */
    public static Checkpoints signedWith(Path keyFile, Ledger ledger) {
        return new Checkpoints(
                ledger,
                KeyFile.at(keyFile),
                new LastSigned(keyFile.resolveSibling(keyFile.getFileName() + ".last-checkpoint")));
    }

    /** Those of a ledger that is signed for elsewhere. */
    public static Checkpoints of(Ledger ledger) {
        return new Checkpoints(ledger, null, null);
    }

    /**
     * One that covers all commits, signed now if the last one does not; where the key is elsewhere, the last one. None while nothing has
     * been recorded.
     *
     * @throws LedgerException if the ledger is not what was signed before, or the key cannot be used; it says what to do
     */
    public synchronized Optional<Note> upToDate() {
        var size = ledger.commits();
        var latest = latest();
        if (key == null || lastSigned == null || size == 0) {
            return latest;
        }
        requireUnchanged(size, latest);
        return latest.isPresent() && latest.get().size() == size ? latest : Optional.of(sign(size, key, lastSigned));
    }

    /** What speaks against this being the ledger that was signed for, in a sentence; nothing if all is well. */
    public Optional<String> alarm() {
        try {
            requireUnchanged(ledger.commits(), latest());
            return Optional.empty();
        } catch (LedgerException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** The one that was kept last, with the cosignatures that it has. */
    public Optional<Note> latest() {
        return ledger.notes().latest(Kind.CHECKPOINT);
    }

    /** The keys that signed and sign for this ledger; none before the first checkpoint. */
    public Optional<KeyHistory> keys() {
        var notes = ledger.notes().keys().stream()
                .map(note -> SignedNote.parse(note.text()))
                .toList();
        return notes.isEmpty() ? Optional.empty() : Optional.of(KeyHistory.of(notes));
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
    public synchronized KeyIntroduction rotateKey() {
        if (key == null) {
            throw new LedgerException("The key of this ledger is elsewhere; change it there.");
        }
        var latest = upToDate()
                .orElseThrow(() -> new LedgerException("Nothing has been recorded, so there is no key to change."));
        try {
            key.read(keys().orElseThrow().current());
            key.rotate(latest.size() + 1, note -> ledger.notes().keep(Kind.KEY, latest.size() + 1, note.format()));
        } catch (IllegalStateException | UncheckedIOException e) {
            throw new LedgerException(String.valueOf(e.getMessage()), e);
        }
        return keys().orElseThrow().introductions().getLast();
    }

    private Note sign(long size, KeyFile file, LastSigned remembered) {
        var origin = Checkpoint.originOf(ledger.tree().nodes().node(0, 0));
        var checkpoint = new Checkpoint(origin, size, ledger.tree().root(size));
        var signed = signingKey(origin, size, file).sign(checkpoint.text());
        remembered.remember(signed);
        return ledger.notes().keep(Kind.CHECKPOINT, size, signed.format());
    }

    /** After a change of key, sizes that the new key is not yet in force for are still the old one's; there are none to sign. */
    private SigningKey signingKey(String origin, long size, KeyFile file) {
        try {
            var history = keys();
            if (history.isPresent()) {
                return file.read(history.get().keyAt(size));
            }
            var first = file.exists() ? file.read() : file.create(origin);
            if (!first.name().equals(origin)) {
                throw new LedgerException(
                        "The key in %s is that of %s, but this ledger is %s. Give it a key file of its own."
                                .formatted(file, first.name(), origin));
            }
            ledger.notes().keep(Kind.KEY, 0, KeyIntroduction.first(first).format());
            return first;
        } catch (IllegalStateException | UncheckedIOException e) {
            throw new LedgerException(
                    e.getMessage() + " Without the key of this ledger nothing new can be signed for it.", e);
        }
    }

    private void requireUnchanged(long size, Optional<Note> latest) {
        if (lastSigned != null) {
            lastSigned.checkpoint().ifPresent(checkpoint -> requireIn(checkpoint, size));
        }
        latest.ifPresent(
                note -> requireIn(Checkpoint.parse(SignedNote.parse(note.text()).text()), size));
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
}
