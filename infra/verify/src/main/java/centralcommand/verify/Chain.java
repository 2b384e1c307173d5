package centralcommand.verify;

import centralcommand.verify.finding.Finding;
import centralcommand.verify.finding.Findings;
import centralcommand.verify.finding.Kind;
import centralcommand.verify.proof.GrowingTree;
import centralcommand.verify.proof.Sha256;
import centralcommand.verify.source.Entry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes every hash and the tree. A stored hash is never believed: where it is not the one of the content, that is a finding. But
 * it serves as the previous hash of the next commit if that one fits to it, so that one change is told once and not a million times.
 */
final class Chain {
    /** How many changed commits are remembered in order to find their content elsewhere. */
    private static final int REMEMBERED = 16;
    /** Commits of more events are not searched for one event too many or two that changed places. */
    private static final int SEARCHED_EVENTS = 24;
    /** Bytes that are hashed in such searches, however many commits were changed. */
    private static final long SEARCHED_BYTES = 1L << 30;

    private final Findings findings;
    private final Doubts doubts;
    private final LeafFile leaves;
    private final RecordHash hashes = new RecordHash();
    private final GrowingTree tree = new GrowingTree();
    private final Deque<Mismatch> mismatches = new ArrayDeque<>();
    private byte[] previous = new byte[Sha256.LENGTH];
    private boolean previousKnown = true;
    private boolean complete = true;
    private byte @Nullable [] firstHash;
    private @Nullable Mismatch pending;
    private @Nullable Settled last;
    private byte[] recomputed = new byte[0];
    private byte @Nullable [] stored;
    private boolean changedPlaces;
    private long searched;
    /** What was said about the subtrees of the commit that was settled last, where none of them is made of its hash. */
    private @Nullable Finding lastSubtrees;

    Chain(Findings findings, LeafFile leaves) {
        this.findings = findings;
        this.doubts = new Doubts(findings);
        this.leaves = leaves;
    }

    /** A commit whose content has another hash than the stored one. */
    private static final class Mismatch {
        /** Without its events, which may be large. */
        private final Entry.Commit commit;

        private final int events;
        private final byte[] previous;
        private final byte[] recomputed;
        private final byte @Nullable [] stored;
        /** What was said about it, where that may still be said better. */
        private @Nullable Finding finding;
        /** Whether enough was said about it. */
        private boolean told;
        /** The commit before it, if that one has the hash of its content. */
        private final @Nullable Settled before;

        private final @Nullable Finding subtreesBefore;

        Mismatch(
                Entry.Commit commit,
                byte[] previous,
                byte[] recomputed,
                byte @Nullable [] stored,
                @Nullable Settled before,
                @Nullable Finding subtreesBefore) {
            this.commit = new Entry.Commit(
                    commit.number(),
                    commit.first(),
                    commit.declaredEvents(),
                    commit.epoch(),
                    commit.recordedAt(),
                    null,
                    List.of(),
                    commit.hash(),
                    commit.previousHash(),
                    commit.subtrees(),
                    0);
            this.events = commit.events().size();
            this.previous = previous;
            this.recomputed = recomputed;
            this.stored = stored;
            this.before = before;
            this.subtreesBefore = subtreesBefore;
        }
    }

    /** The last commit that was in order, and where it stood. */
    private record Settled(long number, long first, int events, byte[] previous, byte[] hash) {
        /** Of its event, if it has just one. */
        long position() {
            return events == 1 ? first : 0;
        }
    }

    /** Commits are missing before the next one, so the hash that it names is not known, and neither is the tree any more. */
    void gap() {
        settlePending(null);
        previousKnown = false;
        complete = false;
        lastSubtrees = null;
        mismatches.clear();
    }

    /** Whether the content of the commit has the hash that is stored for it. {@link #conclude} must follow. */
    boolean agrees(Entry.Commit commit) {
        stored = commit.hash();
        settlePending(commit);
        if (!previousKnown) {
            previousKnown = true;
            if (commit.previousHash() != null) {
                previous = commit.previousHash();
            } else if (stored != null) {
                // Nobody can know; it is told as a consequence of what is missing.
                recomputed = stored;
                return true;
            }
        } else if (commit.previousHash() != null && !Arrays.equals(commit.previousHash(), previous)) {
            var before = directlyBefore(commit);
            if (before != null && isStored(hashes.of(commit, commit.previousHash()))) {
                previous = commit.previousHash();
                tellFitted(before, commit);
            } else {
                findings.add(Finding.at(
                        Kind.WRONG_PREVIOUS,
                        commit.number(),
                        "What is stored as the hash of the commit before it is not that hash."));
            }
        }
        recomputed = hashes.of(commit, previous);
        return Arrays.equals(recomputed, stored);
    }

    /**
     * Ends what {@link #agrees} began.
     *
     * @param explained whether it has been said already why the content has another hash
     */
    void conclude(Entry.Commit commit, boolean explained) {
        if (Arrays.equals(recomputed, stored)) {
            settle(commit, recomputed);
            last = new Settled(commit.number(), commit.first(), commit.events().size(), previous, recomputed);
            previous = recomputed;
            return;
        }
        var mismatch = new Mismatch(commit, previous, recomputed, stored, directlyBefore(commit), lastSubtrees);
        mismatch.told = explained || changedPlaces || foundElsewhere(commit);
        if (!mismatch.told) {
            var explanation = explanation(commit);
            if (explanation != null) {
                findings.add(explanation);
                mismatch.told = true;
            }
        }
        pending = mismatch;
    }

    /** No commit follows. */
    void end() {
        settlePending(null);
    }

    /** Decides, with the help of signed checkpoints, between neighbours of which either may have been changed. */
    void settleDoubts(long largestHolding, long largestWrong) {
        doubts.settle(largestHolding, largestWrong);
    }

    /** Whether no leaf is missing. */
    boolean isComplete() {
        return complete;
    }

    long size() {
        return tree.size();
    }

    byte[] root() {
        return tree.root();
    }

    /** What the ledger is called, by its first commit; null where there is none. */
    @Nullable
    String origin() {
        return firstHash == null
                ? null
                : "central-command/" + HexFormat.of().formatHex(firstHash).substring(0, 16);
    }

    private @Nullable Finding explanation(Entry.Commit commit) {
        if (last != null
                && last.number() == commit.number() - 1
                && Arrays.equals(
                        last.hash(),
                        hashes.of(commit, last.number(), last.first(), commit.events(), last.previous()))) {
            return Finding.at(
                    Kind.DOUBLED, commit.number(), "It repeats commit %d word for word.".formatted(last.number()));
        }
        var events = commit.events();
        if (events.size() > SEARCHED_EVENTS || !maySearch(events)) {
            return null;
        }
        for (var i = 0; i < events.size(); i++) {
            var without = new ArrayList<>(events);
            without.remove(i);
            if (isStored(hashes.of(commit, commit.number(), commit.first(), without, previous))) {
                return new Finding(
                        Kind.INSERTED,
                        commit.number(),
                        commit.first() + i,
                        "This event was not recorded with the commit.");
            }
            for (var j = 0; j < i; j++) {
                var swapped = new ArrayList<>(events);
                swapped.set(i, events.get(j));
                swapped.set(j, events.get(i));
                if (isStored(hashes.of(commit, commit.number(), commit.first(), swapped, previous))) {
                    return new Finding(
                            Kind.REORDERED,
                            commit.number(),
                            commit.first() + j,
                            "The events at positions %d and %d have changed places."
                                    .formatted(commit.first() + j, commit.first() + i));
                }
            }
        }
        return null;
    }

    private boolean maySearch(List<Entry.Event> events) {
        var bytes = 0L;
        for (var event : events) {
            bytes += event.payload().length + event.metadata().length;
        }
        var toHash = bytes * events.size() * (events.size() + 1) / 2;
        if (searched + toHash > SEARCHED_BYTES) {
            return false;
        }
        searched += toHash;
        return true;
    }

    private @Nullable Settled directlyBefore(Entry.Commit commit) {
        return last != null && last.number() == commit.number() - 1 ? last : null;
    }

    /** A commit that holds by itself still names the hash that the one before it had. */
    private void tellFitted(Settled before, Entry.Commit commit) {
        if (lastSubtrees != null) {
            findings.withdraw(lastSubtrees);
        }
        findings.add(new Finding(
                Kind.CHANGED,
                before.number(),
                before.position(),
                "It was changed, perhaps with commits before it, and its stored hash was made to fit: commit %d still names the hash that it had."
                        .formatted(commit.number())));
        doubts.decided(before.number());
    }

    private boolean isStored(byte[] hash) {
        return Arrays.equals(hash, stored);
    }

    /** Says what is wrong with the commit before, now that this one shows which of its two hashes it names. */
    private void settlePending(Entry.@Nullable Commit next) {
        var mismatch = pending;
        pending = null;
        changedPlaces = false;
        if (mismatch == null) {
            return;
        }
        var hash = mismatch.stored != null ? mismatch.stored : mismatch.recomputed;
        var storedHolds = false;
        if (next != null && next.number() == mismatch.commit.number() + 1) {
            storedHolds = mismatch.stored != null && isStored(hashes.of(next, hash));
            hash = storedHolds ? hash : hashNamedBy(next, mismatch, hash);
        }
        if (!mismatch.told) {
            mismatch.finding = changed(mismatch);
            findings.add(mismatch.finding);
            doubt(mismatch, mismatch.finding, storedHolds);
        }
        settle(mismatch.commit, hash);
        previous = hash;
        remember(mismatch);
    }

    private void doubt(Mismatch mismatch, Finding told, boolean storedHolds) {
        var before = mismatch.before;
        if (before == null || mismatch.stored == null) {
            return;
        }
        doubts.add(
                before.number(),
                before.position(),
                mismatch.subtreesBefore,
                mismatch.commit.previousHash() != null
                        && Arrays.equals(mismatch.commit.previousHash(), mismatch.previous),
                storedHolds,
                told);
    }

    private byte[] hashNamedBy(Entry.Commit next, Mismatch mismatch, byte[] otherwise) {
        if (isStored(hashes.of(next, mismatch.recomputed))) {
            tell(
                    mismatch,
                    Kind.WRONG_HASH,
                    "The stored hash is not that of the content; commit %d names the hash of the content, so it is the stored hash that was changed."
                            .formatted(next.number()));
            return mismatch.recomputed;
        }
        var inItsPlace =
                hashes.of(next, mismatch.commit.number(), mismatch.commit.first(), next.events(), mismatch.previous);
        var hashMoved = isStored(inItsPlace);
        if (hashMoved || Arrays.equals(inItsPlace, mismatch.stored)) {
            tell(
                    mismatch,
                    Kind.REORDERED,
                    "Commits %d and %d have changed places.".formatted(mismatch.commit.number(), next.number()));
            changedPlaces = true;
            if (hashMoved) {
                stored = mismatch.stored;
            }
            return inItsPlace;
        }
        return otherwise;
    }

    private void tell(Mismatch mismatch, Kind kind, String sentence) {
        if (!mismatch.told) {
            findings.add(Finding.at(kind, mismatch.commit.number(), sentence));
            mismatch.told = true;
        }
    }

    private static Finding changed(Mismatch mismatch) {
        var commit = mismatch.commit;
        var where = switch (mismatch.events) {
            case 0 -> "it has no events";
            case 1 -> "its event is at position " + commit.first();
            default ->
                "its events are at positions %d to %d".formatted(commit.first(), commit.first() + mismatch.events - 1);
        };
        if (mismatch.stored == null) {
            return Finding.at(Kind.WRONG_HASH, commit.number(), "No hash is stored for it (%s).".formatted(where));
        }
        return new Finding(
                Kind.CHANGED,
                commit.number(),
                mismatch.events == 1 ? commit.first() : 0,
                "A payload, metadata or another field of it is not what was recorded: its content does not have the stored hash (%s)."
                        .formatted(where));
    }

    /** Whether this commit's content is what should stand where an earlier one was found changed. */
    private boolean foundElsewhere(Entry.Commit commit) {
        for (var mismatch : mismatches) {
            var former = mismatch.finding;
            if (former == null) {
                continue;
            }
            var there = mismatch.commit;
            var hash = hashes.of(commit, there.number(), there.first(), commit.events(), mismatch.previous);
            if (Arrays.equals(hash, mismatch.stored) || isStored(hash)) {
                findings.replace(
                        former,
                        Finding.at(
                                Kind.REORDERED,
                                there.number(),
                                "What was recorded as commit %d stands as commit %d."
                                        .formatted(there.number(), commit.number())));
                doubts.forget(former);
                mismatch.finding = null;
                return true;
            }
        }
        return false;
    }

    private void remember(Mismatch mismatch) {
        if (mismatches.size() == REMEMBERED) {
            mismatches.removeFirst();
        }
        mismatches.addLast(mismatch);
    }

    private void settle(Entry.Commit commit, byte[] hash) {
        if (commit.number() == 1) {
            firstHash = hash;
        }
        if (!complete) {
            return;
        }
        leaves.add(hash);
        compareSubtrees(commit, tree.add(hash));
    }

    private void compareSubtrees(Entry.Commit commit, List<byte[]> expected) {
        lastSubtrees = null;
        if (!commit.keepsSubtrees()) {
            return;
        }
        var stored = commit.subtrees() == null ? new byte[0] : commit.subtrees();
        var same = new boolean[expected.size()];
        var wrong = stored.length != same.length * Sha256.LENGTH;
        var anySame = false;
        for (var i = 0; i < same.length && !wrong; i++) {
            var offset = i * Sha256.LENGTH;
            same[i] = Arrays.equals(expected.get(i), 0, Sha256.LENGTH, stored, offset, offset + Sha256.LENGTH);
            anySame |= same[i];
        }
        var ofOtherHash = !wrong && !anySame;
        for (var i = 0; i < same.length; i++) {
            wrong |= !same[i] && !doubts.isUnder(firstUnder(commit, i), commit.number());
        }
        if (wrong) {
            var finding = Doubts.wrongSubtrees(commit.number());
            findings.add(finding);
            lastSubtrees = ofOtherHash ? finding : null;
            return;
        }
        for (var i = 0; i < same.length; i++) {
            doubts.testimony(firstUnder(commit, i), commit.number(), same[i]);
        }
    }

    /** The first commit of the subtree of this height that ends with a commit. */
    private static long firstUnder(Entry.Commit commit, int height) {
        return commit.number() - (2L << height) + 1;
    }
}
