package centralcommand.verify;

import centralcommand.verify.finding.Finding;
import centralcommand.verify.finding.Findings;
import centralcommand.verify.finding.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two neighbours that do not fit together although the first of them has the hash of its content: either the second was changed, or the
 * first was and its stored hash was made to fit. What was computed later over the first one's hash often tells which.
 */
final class Doubts {
    private static final int REMEMBERED = 16;

    private final Findings findings;
    private final List<Doubt> doubts = new ArrayList<>();
    /** Commits of which it is known that they were changed and their hash made to fit. */
    private final List<Long> decided = new ArrayList<>();

    Doubts(Findings findings) {
        this.findings = findings;
    }

    private static final class Doubt {
        private final long before;
        private final long position;
        /** Whether the commit after the second one names the second one's stored hash, which then may be computed with. */
        private final boolean secondHashHolds;
        /** What is said now, about the second one. */
        private final Finding told;
        /** The first commit with which roots of subtrees are stored that were made of another hash of the first one; 0 for none. */
        private long against;
        /** The same, of this very hash. */
        private long inFavour;

        Doubt(long before, long position, boolean secondHashHolds, Finding told) {
            this.before = before;
            this.position = position;
            this.secondHashHolds = secondHashHolds;
            this.told = told;
        }

        /** Whether a root over these commits would be another one only because of the first one's hash. */
        boolean isUnder(long from, long to) {
            return covers(from, to) && (to == before || secondHashHolds);
        }

        boolean covers(long from, long to) {
            return from <= before && before <= to;
        }
    }

    /**
     * What was said about a commit may be true of the one before it instead.
     *
     * @param before number of the one before
     * @param position of its event if it has just one, otherwise 0
     * @param ownSubtrees what was said of the roots of subtrees that are stored with the one before, if none is made of its hash
     * @param named whether a previous hash is stored with the second one and is that of the one before
     * @param secondHashHolds whether the commit after the second one names the second one's stored hash
     */
    void add(
            long before,
            long position,
            @Nullable Finding ownSubtrees,
            boolean named,
            boolean secondHashHolds,
            Finding told) {
        if (doubts.size() == REMEMBERED) {
            return;
        }
        var doubt = new Doubt(before, position, secondHashHolds, told);
        if (ownSubtrees != null) {
            findings.withdraw(ownSubtrees);
            doubt.against = before;
        }
        doubt.inFavour = named ? before + 1 : 0;
        doubts.add(doubt);
    }

    /** This commit was changed and its hash made to fit, so what was computed later is not made of that hash. */
    void decided(long commit) {
        if (decided.size() < REMEMBERED) {
            decided.add(commit);
        }
    }

    /** It has turned out to be something else. */
    void forget(Finding told) {
        doubts.removeIf(doubt -> doubt.told == told);
    }

    /** Whether a root over these commits is made of a hash that is in doubt. */
    boolean isUnder(long from, long to) {
        return doubts.stream().anyMatch(doubt -> doubt.isUnder(from, to))
                || decided.stream().anyMatch(commit -> from <= commit && commit <= to);
    }

    /** Takes what a root says that is stored with the last of these commits, if it is made of a hash that is in doubt. */
    void testimony(long from, long to, boolean same) {
        for (var doubt : doubts) {
            if (!same && doubt.isUnder(from, to) && doubt.against == 0) {
                doubt.against = to;
            }
            // Who made the hash fit can make the subtrees in the same row fit too.
            if (same && doubt.covers(from, to) && to > doubt.before && doubt.inFavour == 0) {
                doubt.inFavour = to;
            }
        }
    }

    /**
     * Says of each what can be said, after everything was read.
     *
     * @param largestHolding commits of the largest signed checkpoint with the root of the tree
     * @param largestWrong commits of the largest signed checkpoint with another root
     */
    void settle(long largestHolding, long largestWrong) {
        for (var doubt : doubts) {
            // A commit that was changed before these explains the wrong root.
            var checkpointAgainst = doubt.secondHashHolds
                    && largestWrong >= doubt.before
                    && decided.stream().noneMatch(commit -> commit < doubt.before);
            if (largestHolding >= doubt.before) {
                if (doubt.against > 0) {
                    findings.add(wrongSubtrees(doubt.against));
                }
            } else if (doubt.against > 0) {
                fitted(
                        doubt,
                        "the roots of subtrees stored with commit %d are".formatted(doubt.against),
                        "and those roots were changed");
            } else if (doubt.inFavour == 0 && checkpointAgainst) {
                fitted(
                        doubt,
                        "the checkpoint of %d commits is".formatted(largestWrong),
                        "was changed, and history before it rewritten");
            } else if (doubt.inFavour == 0 || checkpointAgainst) {
                findings.replace(doubt.told, undecided(doubt));
            }
        }
        doubts.clear();
    }

    private void fitted(Doubt doubt, String witness, String otherwise) {
        var sentence =
                "It was changed, perhaps with commits before it, and its stored hash was made to fit: commit %d does not name this hash, and %s of another one. Not ruled out: that instead commit %d %s."
                        .formatted(doubt.before + 1, witness, doubt.before + 1, otherwise);
        findings.replace(doubt.told, new Finding(Kind.CHANGED, doubt.before, doubt.position, sentence));
        decided(doubt.before);
    }

    private static Finding undecided(Doubt doubt) {
        var told = doubt.told;
        return new Finding(
                told.kind(),
                told.commit(),
                told.position(),
                told.sentence()
                        + " Or commit %d before it was changed and its stored hash made to fit: which of the two, nothing here can tell."
                                .formatted(doubt.before));
    }

    static Finding wrongSubtrees(long commit) {
        return Finding.at(
                Kind.WRONG_SUBTREES,
                commit,
                "The stored roots of subtrees are not those of the tree of the hashes up to it.");
    }
}
