package centralcommand.verify;

import centralcommand.verify.finding.Finding;
import centralcommand.verify.finding.Findings;
import centralcommand.verify.finding.Kind;
import centralcommand.verify.source.Entry;
import centralcommand.verify.source.ReadAhead;
import centralcommand.verify.source.Source;
import centralcommand.verify.source.UnreadableException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Goes once over a ledger and checks all that docs/ledger-format.md says of it. */
final class Verification implements AutoCloseable {
    private final Source source;
    private final Progress progress;
    private final Findings findings = new Findings();
    private final Findings consequences = new Findings();
    private final LeafFile leaves = new LeafFile();
    private final Chain chain = new Chain(findings, leaves);
    private final Places places = new Places(findings);
    private final Uniqueness uniqueness = new Uniqueness();
    private final Checkpoints checkpoints;
    private long commits;
    private long events;
    private long lastNumber;
    private long lastTime = Long.MIN_VALUE;
    private Entry.@Nullable End end;

    Verification(Source source, Checkpoints.Trust trust, Progress progress) {
        this.source = source;
        this.progress = progress;
        this.checkpoints = new Checkpoints(findings, new KeyHistory(findings), trust);
    }

    /**
     * What was found.
     *
     * @param commits that were read
     * @param lastNumber number of the last of them
     * @param lastTime when it was recorded, in milliseconds
     * @param root of the tree of all of them, if none is missing
     */
    record Outcome(
            String source,
            long commits,
            long events,
            long lastNumber,
            long lastTime,
            byte @Nullable [] root,
            @Nullable String origin,
            Findings findings,
            Checkpoints checkpoints) {}

    Outcome run() throws UnreadableException {
        var order = new Order(findings, new Order.Following() {
            @Override
            public void commit(Entry.Commit commit, Entry.@Nullable Commit following) {
                take(commit, following);
            }

            @Override
            public void gap() {
                chain.gap();
                places.gap();
            }
        });
        try (var entries = new ReadAhead(source)) {
            for (var entry = entries.next(); entry != null; entry = entries.next()) {
                take(entry, order);
            }
        }
        order.end();
        chain.end();
        progress.stage("Looking for what stands there twice");
        uniqueness.report(findings);
        progress.stage("Comparing checkpoints");
        checkpoints.compare(size(), chain.size(), leaves, chain.origin());
        chain.settleDoubts(checkpoints.largestHolding(), checkpoints.largestWrong());
        compareEnd();
        progress.stage("Checking the pages and indexes of the file");
        for (var entry : source.storage()) {
            take(entry, order);
        }
        if (findings.none()) {
            findings.addAll(consequences);
        }
        progress.end(commits);
        return new Outcome(
                source.name(),
                commits,
                events,
                lastNumber,
                lastTime,
                chain.isComplete() ? chain.root() : null,
                chain.origin(),
                findings,
                checkpoints);
    }

    /** How many commits there are; more than anybody can count where reading them ended at damage. */
    private long size() {
        return findings.counts().containsKey(Kind.DAMAGED) ? Long.MAX_VALUE : Math.max(lastNumber, chain.size());
    }

    private void take(Entry entry, Order order) {
        switch (entry) {
            case Entry.Commit commit -> order.accept(commit);
            case Entry.Note note -> checkpoints.add(note);
            case Entry.Defect(var finding) -> findings.add(finding);
            case Entry.Consequence(var finding) -> consequences.add(finding);
            case Entry.End last -> end = last;
        }
    }

    private void take(Entry.Commit commit, Entry.@Nullable Commit following) {
        var agrees = chain.agrees(commit);
        var place = places.accept(commit, following, agrees);
        chain.conclude(commit, place.explained());
        uniqueness.add(commit, place.first());
        commits++;
        events += commit.events().size();
        lastNumber = commit.number();
        lastTime = commit.recordedAt();
        progress.commits(commits, source);
    }

    private void compareEnd() {
        if (!source.hasEnd()) {
            return;
        }
        if (end == null) {
            if (!findings.counts().containsKey(Kind.CUT_OFF)) {
                findings.add(Finding.of(
                        Kind.CUT_OFF,
                        "The last line, which ends every exported file, is missing: the file was cut off."));
            }
            return;
        }
        if (end.commits() != commits || end.events() != events) {
            findings.add(Finding.of(
                    end.commits() > commits ? Kind.MISSING : Kind.CHANGED,
                    "The last line says %d commits and %d events; the file has %d and %d."
                            .formatted(end.commits(), end.events(), commits, events)));
        }
        if (chain.isComplete() && !Arrays.equals(end.root(), chain.root())) {
            findings.add(Finding.at(
                    Kind.WRONG_ROOT,
                    lastNumber,
                    "The last line names another root than that of the tree of all commits."));
        }
    }

    @Override
    public void close() {
        leaves.close();
        uniqueness.close();
        checkpoints.close();
    }
}
