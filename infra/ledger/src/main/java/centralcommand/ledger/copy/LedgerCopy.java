package centralcommand.ledger.copy;

import centralcommand.ledger.LedgerException;
import centralcommand.ledger.proof.Hash;

/**
 * Copies a ledger, whatever holds it, to another place. Only what the target does not have is copied, so that copying again brings a
 * backup up to date. The source may be written to meanwhile: what comes in after the copy began is copied too or left for the next time.
 */
final class LedgerCopy {
    private static final int COMMITS = 200;
    private static final int NOTES = 100;

    private final CopySource source;
    private final CopyTarget target;
    private final Progress progress;
    private final NoteCheck check;

    /** Taken before any commit is read: the commits that this note and those before it speak of are there then, and so are copied. */
    private final long lastNote;

    private final long commitsBefore;
    private final long notesBefore;
    private long commits;
    private long events;
    private long notes;

    private LedgerCopy(CopySource source, CopyTarget target, Progress progress) {
        this.source = source;
        this.target = target;
        this.progress = progress;
        this.check = new NoteCheck(target);
        lastNote = source.lastNote().orElse(Long.MAX_VALUE);
        commitsBefore = target.commits();
        notesBefore = target.notes();
        commits = commitsBefore;
        notes = notesBefore;
    }

    /** Told how far the copy is. */
    @FunctionalInterface
    interface Progress {
        void at(long commits);
    }

    /**
     * @param before commits that the target had
     * @param commits that it has now
     * @param events in the commits that were copied
     * @param notes that were copied
     * @param hash of the last commit, {@link Hash#ZERO} if there is none; settles every byte of all of them
     */
    record Copied(long before, long commits, long events, long notes, Hash hash) {}

    /**
     * @throws LedgerException if the target has something else than the beginning of the source, what was read does not hash to what it
     *     says, or a note is not to be believed; it says what is left
     */
    static Copied copy(CopySource source, CopyTarget target, Progress progress) {
        return new LedgerCopy(source, target, progress).copy();
    }

    private Copied copy() {
        try {
            requireSameCommits();
            if (source.hasNotesAtOnce()) {
                requireSameNotes();
                copyCommits();
            } else {
                copyCommits();
                requireSameNotes();
            }
            copyNotes();
            requireSameRoot();
            target.complete();
        } catch (LedgerException e) {
            throw new LedgerException("%s %s".formatted(e.getMessage(), whatIsLeft()), e);
        }
        return new Copied(
                commitsBefore, commits, events, notes - notesBefore, commits == 0 ? Hash.ZERO : target.hash(commits));
    }

    private String whatIsLeft() {
        return commits == commitsBefore && notes == notesBefore
                ? "Nothing was copied."
                : target.afterFailure(commits, notes);
    }

    /** The last commit that the target has must be that of the source at the same place; its hash settles all before it. */
    private void requireSameCommits() {
        if (commitsBefore == 0) {
            return;
        }
        var there = source.readCommits(commitsBefore - 1, 1);
        if (there.isEmpty() || !there.getFirst().hash().equals(target.hash(commitsBefore))) {
            throw new LedgerException(
                    "The target has %d commits that are not the first %d of the source; copy to an empty place."
                            .formatted(commitsBefore, commitsBefore));
        }
    }

    /** Nothing links notes to each other, so each that the target has is compared. */
    private void requireSameNotes() {
        for (var at = 0L; at < notesBefore; ) {
            var limit = (int) Math.min(NOTES, notesBefore - at);
            var ours = target.readNotes(at, limit);
            if (notesBefore > lastNote || !ours.equals(source.readNotes(at, limit))) {
                throw new LedgerException(
                        "The target has %d notes (checkpoints and keys) that are not the first %d of the source: something else was signed there. Copy to an empty place."
                                .formatted(notesBefore, notesBefore));
            }
            ours.forEach(check::pass);
            at += limit;
        }
    }

    private void copyCommits() {
        for (var batch = source.readCommits(commits, COMMITS);
                !batch.isEmpty();
                batch = source.readCommits(commits, COMMITS)) {
            target.adopt(batch);
            commits = batch.getLast().number();
            for (var commit : batch) {
                events += commit.events().size();
            }
            progress.at(commits);
        }
    }

    private void copyNotes() {
        while (notes < lastNote) {
            var batch = source.readNotes(notes, (int) Math.min(NOTES, lastNote - notes));
            if (batch.isEmpty()) {
                return;
            }
            for (var note : batch) {
                check.check(note);
                target.adopt(note);
                notes = note.id();
            }
        }
    }

    private void requireSameRoot() {
        source.root().filter(root -> !root.equals(target.root(commits))).ifPresent(root -> {
            throw new LedgerException("The source says at its end that the root of its %d commits is %s, but it is %s."
                    .formatted(commits, root.hex(), target.root(commits).hex()));
        });
    }
}
