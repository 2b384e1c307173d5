package centralcommand.verify;

import centralcommand.verify.finding.Finding;
import centralcommand.verify.finding.Findings;
import centralcommand.verify.finding.Kind;
import centralcommand.verify.note.KeyNote;
import centralcommand.verify.note.MalformedNoteException;
import centralcommand.verify.note.SignedNote;
import centralcommand.verify.note.SignedNote.Verdict;
import centralcommand.verify.note.VerifierKey;
import centralcommand.verify.source.Entry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys of a ledger: each signs itself, and each but the first is also signed by the one that it replaces. */
final class KeyHistory {
    private static final int MOST = 1_000;

    private final Findings findings;
    private final List<KeyNote> keys = new ArrayList<>();

    KeyHistory(Findings findings) {
        this.findings = findings;
    }

    /**
     * Takes the note of a key. One that nobody vouches for is a finding and signs nothing.
     *
     * @param largestBefore commits of the largest signed checkpoint among the notes before it; 0 where there is none
     */
    void add(Entry.Note entry, long largestBefore) {
        try {
            var note = SignedNote.parse(entry.text());
            var introduced = KeyNote.parse(note.text());
            if (keys.size() == MOST) {
                throw broken(entry, "it is one of more than %d keys".formatted(MOST));
            }
            if (!introduced.key().name().equals(introduced.origin())) {
                throw broken(entry, "its name is not the origin");
            }
            if (note.signedBy(introduced.key()) != Verdict.SIGNED) {
                throw broken(entry, "it is not signed by the key itself");
            }
            var former = keys.isEmpty() ? null : keys.getLast();
            if (former == null && introduced.from() != 0) {
                throw broken(entry, "it is the first one and does not begin at 0");
            }
            if (former != null && note.signedBy(former.key()) != Verdict.SIGNED) {
                throw broken(entry, "it is not signed by the key that it replaces");
            }
            if (former != null && introduced.from() < former.from()) {
                throw broken(entry, "it begins before the key that it replaces");
            }
            if (all().contains(introduced.key())) {
                throw broken(entry, "it was the ledger's key before, and a key that was replaced does not come back");
            }
            if (former != null && introduced.from() <= largestBefore) {
                throw broken(
                        entry,
                        "it begins at %d commits, but the key before has signed a checkpoint of %d already"
                                .formatted(introduced.from(), largestBefore));
            }
            if (introduced.from() != entry.size()) {
                findings.add(Finding.of(
                        Kind.MALFORMED,
                        "Note %d is filed under size %d, but its key begins at %d."
                                .formatted(entry.id(), entry.size(), introduced.from())));
            }
            keys.add(introduced);
        } catch (MalformedNoteException e) {
            findings.add(
                    Finding.of(Kind.MALFORMED, "Note %d introduces no key: %s.".formatted(entry.id(), e.getMessage())));
        } catch (BrokenException e) {
            findings.add(e.finding);
        }
    }

    private static BrokenException broken(Entry.Note entry, String why) {
        return new BrokenException(Finding.of(
                Kind.BROKEN_ROTATION, "The key of note %d must not be believed: %s.".formatted(entry.id(), why)));
    }

    private static final class BrokenException extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Finding finding;

        BrokenException(Finding finding) {
            super(finding.sentence());
            this.finding = finding;
        }
    }

    /** The key that signs checkpoints of this size; null where none was introduced. */
    @Nullable
    VerifierKey at(long size) {
        VerifierKey key = null;
        for (var introduced : keys) {
            if (introduced.from() <= size) {
                key = introduced.key();
            }
        }
        return key;
    }

    List<VerifierKey> all() {
        return keys.stream().map(KeyNote::key).toList();
    }

    List<String> origins() {
        return keys.stream().map(KeyNote::origin).distinct().toList();
    }
}
