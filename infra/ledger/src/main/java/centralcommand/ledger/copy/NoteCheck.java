package centralcommand.ledger.copy;

import centralcommand.ledger.LedgerException;
import centralcommand.ledger.Notes;
import centralcommand.ledger.Notes.Kind;
import centralcommand.ledger.Notes.Note;
import centralcommand.ledger.proof.Checkpoint;
import centralcommand.ledger.proof.KeyHistory;
import centralcommand.ledger.proof.SignedNote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks at notes in their order, whether each is to be believed after those before it. A note that was kept once stays for ever, so a
 * false one would spoil the copy. Cosignatures are not looked at: whose they are, the ledger does not say.
 */
final class NoteCheck {
    private final CopyTarget target;
    private @Nullable KeyHistory keys;
    private long last;
    private long signedFor;

    /** @param target has the commits that the notes speak of, when they are looked at */
    NoteCheck(CopyTarget target) {
        this.target = target;
    }

    /**
     * Goes past a note that the target has; only what later ones rest on is looked at.
     *
     * @throws LedgerException if it is a key that is not to be believed
     */
    void pass(Note note) {
        checked(note, signed -> {
            if (note.kind() == Kind.KEY) {
                keys = with(signed);
            }
        });
    }

    /** @throws LedgerException if the note is not to be believed; it says why */
    void check(Note note) {
        checked(note, signed -> {
            if (note.text().length() > Notes.MAX_LENGTH) {
                throw new IllegalArgumentException(
                        "It is longer than the %d characters that a note may have.".formatted(Notes.MAX_LENGTH));
            }
            switch (note.kind()) {
                case KEY -> checkKey(note, signed);
                case CHECKPOINT -> checkCheckpoint(note, signed);
            }
        });
    }

    private void checked(Note note, Check check) {
        try {
            if (note.id() != last + 1) {
                throw new IllegalArgumentException("The next one is %d.".formatted(last + 1));
            }
            check.of(SignedNote.parse(note.text()));
        } catch (IllegalArgumentException e) {
            throw new LedgerException(
                    "Note %d, a %s, cannot be taken: %s".formatted(note.id(), name(note.kind()), e.getMessage()), e);
        }
        last = note.id();
        if (note.kind() == Kind.CHECKPOINT) {
            signedFor = Math.max(signedFor, note.size());
        }
    }

    private void checkKey(Note note, SignedNote signed) {
        var history = with(signed);
        var introduced = history.introductions().getLast();
        requireSize(note, introduced.fromSize());
        if (introduced.fromSize() > target.commits() + 1) {
            throw beyond(introduced.fromSize());
        }
        if (keys == null) {
            requireOrigin(introduced.origin());
        } else if (introduced.fromSize() <= signedFor) {
            throw new IllegalArgumentException(
                    "It is to be in force from %d, but the key before has signed for %d commits."
                            .formatted(introduced.fromSize(), signedFor));
        }
        keys = history;
    }

    private KeyHistory with(SignedNote introduction) {
        return keys == null ? KeyHistory.of(List.of(introduction)) : keys.with(introduction);
    }

    private void checkCheckpoint(Note note, SignedNote signed) {
        if (keys == null) {
            throw new IllegalArgumentException("No key was introduced before it.");
        }
        var checkpoint = keys.checkpoint(signed)
                .orElseThrow(() -> new IllegalArgumentException(
                        "It is not signed by the key that is in force at its size, or names another ledger."));
        requireSize(note, checkpoint.size());
        if (checkpoint.size() > target.commits()) {
            throw beyond(checkpoint.size());
        }
        if (!checkpoint.root().equals(target.root(checkpoint.size()))) {
            throw new IllegalArgumentException(
                    "The tree of the first %d commits has another root.".formatted(checkpoint.size()));
        }
    }

    private void requireOrigin(String origin) {
        if (target.commits() == 0) {
            throw new IllegalArgumentException("A ledger without commits has no key.");
        }
        var expected = Checkpoint.originOf(target.hash(1));
        if (!origin.equals(expected)) {
            throw new IllegalArgumentException("It names the ledger %s, but this is %s.".formatted(origin, expected));
        }
    }

    private static void requireSize(Note note, long size) {
        if (note.size() != size) {
            throw new IllegalArgumentException(
                    "It is kept as one of %d commits, but speaks of %d.".formatted(note.size(), size));
        }
    }

    private IllegalArgumentException beyond(long size) {
        return new IllegalArgumentException(
                "It speaks of %d commits, but there are only %d.".formatted(size, target.commits()));
    }

    private static String name(Kind kind) {
        return switch (kind) {
            case KEY -> "key";
            case CHECKPOINT -> "checkpoint";
        };
    }

    @FunctionalInterface
    private interface Check {
        void of(SignedNote signed);
    }
}
