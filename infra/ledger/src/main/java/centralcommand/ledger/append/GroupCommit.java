package centralcommand.ledger.append;

import centralcommand.ledger.Commit;
import centralcommand.ledger.LedgerBusyException;
import centralcommand.ledger.LedgerException;
import centralcommand.ledger.RecordedCommit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Many callers, one writer: what comes in while a batch is being made durable becomes the next batch, so that all of it costs one write
 * to the disk. Callers wait for their own commit; where too many wait, the next one is held back, and refused after a while. Whoever comes
 * when nobody writes or waits writes for himself, which saves the way to the writer's thread and back.
 *
 * <p>The queue has no lock: the writer would meet its callers there at each commit, and lose more time than the commit takes.
 */
public final class GroupCommit implements AutoCloseable {
    private static final Limits USUAL = new Limits(1_024, 256, 2L * Commit.MAX_BYTES, Duration.ofSeconds(10));

    private final String name;
    private final Writer writer;
    private final Limits limits;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();

    /** Taken out of the queue and too large for the batch; the first of the next one. */
    private volatile @Nullable Waiting heldBack;

    /** To wait in the queue. */
    private final Semaphore room;

    /** Held by who writes. Fair, so that callers who write for themselves do not overtake the writer's thread again and again. */
    private final ReentrantLock turn = new ReentrantLock(true);

    private final By by;
    private final Thread thread;
    private volatile boolean asleep;

    /** Whether the last batch was of a single caller: of several, those who write for themselves would only make the batches small. */
    private volatile boolean alone = true;

    private volatile boolean closing;

    /** Whose thread writes. */
    public enum By {
        /** The caller's own if he comes alone: where nothing that happens to him can break off a write. */
        WHO_IS_ALONE,
        /** The writer's only: where an interrupted caller would leave a write without an outcome. */
        ITS_OWN
    }

    /** @param name of the ledger, for messages */
    public GroupCommit(String name, Writer writer, By by) {
        this(name, writer, by, USUAL);
    }

    GroupCommit(String name, Writer writer, By by, Limits limits) {
        this.by = by;
        this.name = name;
        this.writer = writer;
        this.limits = limits;
        this.room = new Semaphore(limits.waiting());
        this.thread = Thread.ofPlatform().name("ledger-writer").daemon().start(this::writeUntilClosed);
    }

    /**
     * @param waiting commits that may wait for their batch
     * @param inBatch commits of one batch
     * @param bytesInBatch of one batch, unless a single commit has more
     * @param patience of a caller for whom there is no room to wait
     */
    record Limits(int waiting, int inBatch, long bytesInBatch, Duration patience) {}

    /** Writes a batch; called by one thread at a time. */
    @FunctionalInterface
    public interface Writer {
        /**
         * @return what became of each commit, in their order
         * @throws LedgerException if that could not be learned for any of them
         */
        List<Outcome> write(List<Commit> batch);
    }

    /**
     * Returns when the commit is durable.
     *
     * @throws LedgerBusyException if so many waited for so long that it was not even tried
     * @throws LedgerException as {@link centralcommand.ledger.Ledger#append}
     */
    public RecordedCommit append(Commit commit) {
        try {
            return switch (isTurnFree() ? writeAlone(commit) : writeWithOthers(commit)) {
                case Outcome.Recorded(var recorded) -> recorded;
                case Outcome.Refused(var why) -> throw why;
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerException("Interrupted while waiting to write to %s.".formatted(name), e);
        }
    }

    /** Takes the turn if nobody else has it or waits for it. */
    private boolean isTurnFree() throws InterruptedException {
        // Without a time, tryLock would overtake who waits.
        return by == By.WHO_IS_ALONE && alone && queue.isEmpty() && turn.tryLock(0, TimeUnit.SECONDS);
    }

    private Outcome writeAlone(Commit commit) {
        try {
            if (closing) {
                throw closed();
            }
            return write(List.of(commit)).getFirst();
        } finally {
            turn.unlock();
        }
    }

    private Outcome writeWithOthers(Commit commit) throws InterruptedException {
        var waiting = new Waiting(commit, Thread.currentThread());
        enqueue(waiting);
        return waiting.await(name);
    }

    private void enqueue(Waiting waiting) throws InterruptedException {
        if (closing) {
            throw closed();
        }
        if (!room.tryAcquire(limits.patience().toMillis(), TimeUnit.MILLISECONDS)) {
            throw new LedgerBusyException("%d commits wait to be written to %s; nothing was appended. Try again later."
                    .formatted(limits.waiting(), name));
        }
        queue.add(waiting);
        if (asleep) {
            LockSupport.unpark(thread);
        }
        if (closing && queue.remove(waiting)) {
            throw closed();
        }
    }

    /** How many wait for their batch now. */
    int waiting() {
        return queue.size() + (heldBack == null ? 0 : 1);
    }

    private LedgerException closed() {
        return new LedgerException("The ledger %s is closed.".formatted(name));
    }

    private void writeUntilClosed() {
        var batch = new ArrayList<Waiting>();
        while (!closing || isSomebodyWaiting()) {
            if (isSomebodyWaiting()) {
                writeBatch(batch);
                batch.clear();
            } else {
                sleep();
            }
        }
    }

    private boolean isSomebodyWaiting() {
        return heldBack != null || !queue.isEmpty();
    }

    private void sleep() {
        asleep = true;
        // Whoever came before he could see that nobody is awake is seen here.
        if (!isSomebodyWaiting() && !closing) {
            LockSupport.park(this);
        }
        asleep = false;
    }

    private void writeBatch(List<Waiting> batch) {
        List<Outcome> outcomes;
        turn.lock();
        try {
            fill(batch);
            alone = batch.size() <= 1;
            outcomes = batch.isEmpty()
                    ? List.of()
                    : write(batch.stream().map(waiting -> waiting.commit).toList());
        } finally {
            turn.unlock();
        }
        for (var i = 0; i < batch.size(); i++) {
            batch.get(i).done(outcomes.get(i));
        }
    }

    /** Whoever is refused while the ledger is being closed takes himself out of the queue, so what was seen in it may be gone. */
    private void fill(List<Waiting> batch) {
        var bytes = 0L;
        for (var next = next(); next != null; next = next()) {
            bytes += next.commit.bytes();
            if (!batch.isEmpty() && (batch.size() == limits.inBatch() || bytes > limits.bytesInBatch())) {
                heldBack = next;
                return;
            }
            batch.add(next);
            room.release();
        }
    }

    private @Nullable Waiting next() {
        var held = heldBack;
        heldBack = null;
        return held == null ? queue.poll() : held;
    }

    private List<Outcome> write(List<Commit> commits) {
        try {
            return writer.write(commits);
        } catch (LedgerException e) {
            return unknown(commits.size(), e);
        } catch (RuntimeException | Error e) {
            // The writer lives on: a caller that is never answered would be worse than one that is told of a failure.
            return unknown(commits.size(), new LedgerException("The ledger %s failed.".formatted(name), e));
        }
    }

    private static List<Outcome> unknown(int count, LedgerException why) {
        return Collections.nCopies(count, new Outcome.Refused(why));
    }

    /** Waits for the commits under way; later ones are refused. */
    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(thread);
        var interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        turn.lock();
        turn.unlock();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** A caller and its commit. */
    private static final class Waiting {
        private final Commit commit;
        private final Thread caller;
        private volatile @Nullable Outcome outcome;

        Waiting(Commit commit, Thread caller) {
            this.commit = commit;
            this.caller = caller;
        }

        void done(Outcome outcome) {
            this.outcome = outcome;
            LockSupport.unpark(caller);
        }

        Outcome await(String name) {
            while (true) {
                var known = outcome;
                if (known != null) {
                    return known;
                }
                LockSupport.park(this);
                if (Thread.interrupted()) {
                    Thread.currentThread().interrupt();
                    return new Outcome.Refused(new LedgerException(
                            "Interrupted while %s was being written; the commit may or may not be there."
                                    .formatted(name)));
                }
            }
        }
    }
}
