package centralcommand.ledger.append;

import centralcommand.ledger.Commit;
import centralcommand.ledger.LedgerBusyException;
import centralcommand.ledger.LedgerException;
import centralcommand.ledger.RecordedCommit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Many callers, one writer: what comes in while a batch is being made durable becomes the next batch, so that all of it costs one write
 * to the disk. Callers wait for their own commit; where too many wait, the next one is held back, and refused after a while.
 */
public final class GroupCommit implements AutoCloseable {
    private static final Limits USUAL = new Limits(1_024, 256, 2L * Commit.MAX_BYTES, Duration.ofSeconds(10));
    private static final Duration LOOK_FOR_CLOSE = Duration.ofMillis(100);

    private final String name;
    private final Writer writer;
    private final Limits limits;
    private final BlockingQueue<Waiting> queue;
    private final Thread thread;
    private volatile boolean closing;

    /** @param name of the ledger, for messages and the writer's thread */
    public GroupCommit(String name, Writer writer) {
        this(name, writer, USUAL);
    }

    GroupCommit(String name, Writer writer, Limits limits) {
        this.name = name;
        this.writer = writer;
        this.limits = limits;
        this.queue = new ArrayBlockingQueue<>(limits.waiting());
        this.thread = Thread.ofPlatform().name("ledger-writer").daemon().start(this::writeUntilClosed);
    }

    /**
     * @param waiting commits that may wait for their batch
     * @param inBatch commits of one batch
     * @param bytesInBatch of one batch, unless a single commit has more
     * @param patience of a caller for whom there is no room to wait
     */
    record Limits(int waiting, int inBatch, long bytesInBatch, Duration patience) {}

    /** Writes a batch; called by one thread only. */
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
        var waiting = new Waiting(commit, Thread.currentThread());
        enqueue(waiting);
        return switch (waiting.await(name)) {
            case Outcome.Recorded(var recorded) -> recorded;
            case Outcome.Refused(var why) -> throw why;
        };
    }

    private void enqueue(Waiting waiting) {
        try {
            if (closing) {
                throw closed();
            }
            if (!queue.offer(waiting, limits.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new LedgerBusyException(
                        "%d commits wait to be written to %s; nothing was appended. Try again later."
                                .formatted(limits.waiting(), name));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerException("Interrupted while waiting to write to %s.".formatted(name), e);
        }
        if (closing && queue.remove(waiting)) {
            throw closed();
        }
    }

    /** How many wait for their batch now. */
    int waiting() {
        return queue.size();
    }

    private LedgerException closed() {
        return new LedgerException("The ledger %s is closed.".formatted(name));
    }

    private void writeUntilClosed() {
        var batch = new ArrayList<Waiting>();
        try {
            while (true) {
                var first = queue.poll(LOOK_FOR_CLOSE.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    fill(batch, first);
                    write(batch);
                    batch.clear();
                } else if (closing) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            closing = true;
            queue.forEach(waiting -> waiting.done(new Outcome.Refused(closed())));
        }
    }

    private void fill(List<Waiting> batch, Waiting first) {
        batch.add(first);
        var bytes = first.commit.bytes();
        while (batch.size() < limits.inBatch()) {
            var next = queue.peek();
            if (next == null || bytes + next.commit.bytes() > limits.bytesInBatch()) {
                return;
            }
            bytes += next.commit.bytes();
            batch.add(queue.remove());
        }
    }

    private void write(List<Waiting> batch) {
        var commits = batch.stream().map(waiting -> waiting.commit).toList();
        List<Outcome> outcomes;
        try {
            outcomes = writer.write(commits);
        } catch (LedgerException e) {
            outcomes = unknown(batch.size(), e);
        } catch (RuntimeException | Error e) {
            // The writer lives on: a caller that is never answered would be worse than one that is told of a failure.
            outcomes = unknown(batch.size(), new LedgerException("The ledger %s failed.".formatted(name), e));
        }
        for (var i = 0; i < batch.size(); i++) {
            batch.get(i).done(outcomes.get(i));
        }
    }

    private static List<Outcome> unknown(int count, LedgerException why) {
        return Collections.nCopies(count, new Outcome.Refused(why));
    }

    /** Waits for the commits under way; later ones are refused. */
    @Override
    public void close() {
        closing = true;
        var interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
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
