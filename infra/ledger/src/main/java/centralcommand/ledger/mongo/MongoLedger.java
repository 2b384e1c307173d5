package centralcommand.ledger.mongo;

import centralcommand.ledger.AdoptingLedger;
import centralcommand.ledger.Commit;
import centralcommand.ledger.LedgerException;
import centralcommand.ledger.Notes;
import centralcommand.ledger.RecordedCommit;
import centralcommand.ledger.RecordedEvent;
import centralcommand.ledger.append.GroupCommit;
import centralcommand.ledger.append.GroupCommit.By;
import centralcommand.ledger.append.Outcome;
import centralcommand.ledger.proof.MerkleTree;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The ledger in a MongoDB replica set, one document for each commit. An append returns when a majority has it on its disks, and readers see
 * only that. Any number of processes may have it open and append.
 *
 * <p>{@link #adopt(List)} takes commits of more than 30 MB with several commands; where it fails in the middle, those before are there.
 */
public final class MongoLedger implements AdoptingLedger {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final MongoStore store;
    private final MongoReads reads;
    private final Slots slots;
    private final HighWater highWater;
    private final MongoWriter writer;
    private final MongoWakeUps wakeUps;
    private final GroupCommit commits;
    private final ReentrantLock writing = new ReentrantLock(true);
    private volatile boolean closed;

    private MongoLedger(MongoStore store, Clock clock) {
        this.store = store;
        this.reads = new MongoReads(store);
        this.slots = new MongoSlots(store);
        this.highWater = new HighWater(store.name());
        this.writer = new MongoWriter(
                store.name(), UUID.randomUUID().toString(), slots, clock, highWater, Waiting.REAL, LIMIT, new Rules());
        this.wakeUps = new MongoWakeUps(store, reads, this::commits);
        this.commits = new GroupCommit(store.name(), this::writeBatch, By.ITS_OWN);
    }

    /**
     * Opens the ledger in this database of a replica set; makes its collections and indexes if they are not there.
     *
     * @param uri {@code mongodb://…/database} or {@code mongodb+srv://…/database}; with {@code standalone=allowed} among its parameters a
     *     single server will do
     * @throws LedgerException if it cannot be reached, or is a single server
     */
    public static MongoLedger open(String uri, Clock clock) {
        return open(uri, clock, Standalone.REFUSED);
    }

    /** The same, where a single server may be allowed here as well. */
    public static MongoLedger open(String uri, Clock clock, Standalone standalone) {
        return new MongoLedger(MongoStore.open(MongoAddress.of(uri, standalone)), clock);
    }

    @Override
    public RecordedCommit append(Commit commit) {
        return commits.append(commit);
    }

    private List<Outcome> writeBatch(List<Commit> batch) {
        writing.lock();
        try {
            return writer.write(batch);
        } finally {
            writing.unlock();
            wakeUps.appended();
        }
    }

    @Override
    public void adopt(List<RecordedCommit> commits) {
        writing.lock();
        try {
            refuseIfClosed();
            writer.adopt(commits);
        } finally {
            writing.unlock();
            wakeUps.appended();
        }
    }

    @Override
    public List<RecordedEvent> read(long afterPosition, int limit) {
        requirePositive(limit);
        return upToDate(
                () -> reads.eventsAfter(afterPosition, limit),
                events -> events.size() == limit
                        || (events.isEmpty() ? afterPosition : events.getLast().position())
                                >= highWater.mark().position());
    }

    @Override
    public List<RecordedEvent> readStream(String stream, long fromSequence, int limit) {
        requirePositive(limit);
        return ask(() -> reads.eventsOfStream(stream, fromSequence, limit));
    }

    @Override
    public List<RecordedCommit> readCommits(long afterNumber, int limit) {
        requirePositive(limit);
        var commits = upToDate(
                () -> reads.commitsAfter(afterNumber, limit),
                found -> found.size() == limit
                        || (found.isEmpty() ? afterNumber : found.getLast().number())
                                >= highWater.mark().number());
        if (!commits.isEmpty()) {
            highWater.saw(commits.getLast());
        }
        return commits;
    }

    @Override
    public Optional<RecordedCommit> findCommand(String actor, String commandId) {
        return ask(() -> slots.commitOfCommand(actor, commandId));
    }

    @Override
    public long head() {
        return last().map(Header::lastPosition).orElse(0L);
    }

    @Override
    public long commits() {
        return last().map(Header::number).orElse(0L);
    }

    private Optional<Header> last() {
        var last = upToDate(
                slots::last,
                found ->
                        found.map(Header::number).orElse(0L) >= highWater.mark().number());
        last.ifPresent(highWater::saw);
        return last;
    }

    @Override
    public long lastSequence(String stream) {
        return ask(() -> slots.lastSequence(stream));
    }

    @Override
    public MerkleTree tree() {
        return new MerkleTree((level, index) -> ask(() -> {
            var number = (index + 1) << level;
            var nodes = slots.nodes(List.of(number)).get(number);
            if (nodes == null) {
                throw new IllegalArgumentException(
                        "The tree has no complete subtree %d of 2^%d commits.".formatted(index, level));
            }
            return nodes.get(level);
        }));
    }

    @Override
    public Notes notes() {
        return new MongoNotes(this, store);
    }

    @Override
    public Registration onAppend(Runnable wakeUp) {
        refuseIfClosed();
        return wakeUps.add(wakeUp);
    }

    /** Waits for the appends under way. */
    @Override
    public void close() {
        commits.close();
        wakeUps.close();
        closed = true;
        store.close();
    }

    <T> T ask(Supplier<T> question) {
        refuseIfClosed();
        highWater.refuseIfLost();
        return question.get();
    }

    /** An old primary may answer with what was there a while ago. What this process has seen before it will see again. */
    private <T> T upToDate(Supplier<T> question, Predicate<T> isUpToDate) {
        var giveUpAt = Waiting.REAL.nanoTime() + LIMIT.toNanos();
        while (true) {
            var answer = ask(question);
            if (isUpToDate.test(answer)) {
                return answer;
            }
            var mark = highWater.mark();
            highWater.refuseIfGone(slots, mark.number(), mark.hash());
            if (Waiting.REAL.nanoTime() >= giveUpAt) {
                throw new LedgerException("The ledger %s answers with what it had a while ago; nothing was read."
                        .formatted(store.name()));
            }
            Waiting.REAL.pause(PAUSE);
        }
    }

    private void refuseIfClosed() {
        if (closed) {
            throw new LedgerException("The ledger %s is closed.".formatted(store.name()));
        }
    }

    private static void requirePositive(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("The limit must be positive, but is %d.".formatted(limit));
        }
    }
}
