package centralcommand.ledger.mongo;

import centralcommand.ledger.Ledger.Registration;
import centralcommand.ledger.LedgerException;
import centralcommand.ledger.append.Listeners;
import com.mongodb.MongoException;
import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells listeners that something was appended: by this process at once; by others as the change stream of a replica set says so, or, on
 * a single server, which has none, by looking for the next commit every {@link #POLL}. Nothing is asked while nobody listens.
 */
final class MongoWakeUps implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MongoWakeUps.class);
    private static final Duration POLL = Duration.ofMillis(90);
    private static final Duration AWAIT = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(500);

    private final MongoStore store;
    private final MongoReads reads;
    private final LongSupplier lastNumber;
    private final Listeners listeners = new Listeners();
    private volatile @Nullable Watch watch;
    private boolean closed;

    /** @param lastNumber asks for the number of the last commit */
    MongoWakeUps(MongoStore store, MongoReads reads, LongSupplier lastNumber) {
        this.store = store;
        this.reads = reads;
        this.lastNumber = lastNumber;
    }

    /** The watch has begun before this returns, so that no later append can be taken for an old one. */
    synchronized Registration add(Runnable wakeUp) {
        if (closed) {
            throw new LedgerException("The ledger %s is closed.".formatted(store.name()));
        }
        if (watch == null) {
            watch = startWatch();
        }
        var listener = listeners.add(wakeUp);
        return () -> remove(listener);
    }

    private synchronized void remove(Runnable listener) {
        if (listeners.remove(listener)) {
            stopWatch();
        }
    }

    /** To be called after each commit of this process. */
    void appended() {
        var current = watch;
        if (current != null) {
            current.look.release();
        }
    }

    private Watch startWatch() {
        var started = new Watch(store.isReplicaSet() ? changesIfAllowed() : new NextCommit());
        Thread.ofPlatform().daemon().name("ledger-wake-up").start(started::wake);
        Thread.ofPlatform().daemon().name("ledger-watch").start(started::watch);
        return started;
    }

    private Source changesIfAllowed() {
        try {
            return new Changes();
        } catch (UnansweredException e) {
            LOG.info("The changes of {} cannot be watched, so the next commit is looked for.", store.name(), e);
            return new NextCommit();
        }
    }

    private void stopWatch() {
        var current = watch;
        if (current != null) {
            watch = null;
            current.stop();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        listeners.clear();
        stopWatch();
    }

    /** Two threads: one waits for the database, the other wakes, so that an append of this process need not wait for the first. */
    private final class Watch {
        private final Source source;
        private final Semaphore look = new Semaphore(0);
        private volatile boolean stopped;

        Watch(Source source) {
            this.source = source;
        }

        void wake() {
            while (!stopped) {
                look.acquireUninterruptibly();
                look.drainPermits();
                if (!stopped) {
                    listeners.wake();
                }
            }
        }

        void watch() {
            try (source) {
                while (!stopped) {
                    if (hasChanged() && !stopped) {
                        look.release();
                    }
                }
            }
        }

        private boolean hasChanged() {
            try {
                return source.hasChanged();
            } catch (LedgerException | MongoException | IllegalStateException e) {
                if (!stopped) {
                    // Woken for nothing, listeners read and meet the trouble themselves; not woken, they would miss
                    // events.
                    LOG.warn("The ledger {} could not be watched; listeners look for themselves.", store.name(), e);
                    Waiting.REAL.pause(AFTER_FAILURE);
                    source.startAgain();
                }
                return true;
            }
        }

        /** Does not wait: it may be called by a listener, on the very thread that is to stop. */
        void stop() {
            stopped = true;
            look.release();
        }
    }

    /** Where news comes from. */
    private interface Source extends AutoCloseable {
        /** Waits for a change, but not for long. */
        boolean hasChanged();

        /** After a failure; what happened meanwhile is not reported. */
        void startAgain();

        @Override
        void close();
    }

    /** The change stream tells what a majority has, from the moment on when it was opened. */
    private final class Changes implements Source {
        private @Nullable MongoChangeStreamCursor<ChangeStreamDocument<BsonDocument>> cursor = open();

        private MongoChangeStreamCursor<ChangeStreamDocument<BsonDocument>> open() {
            return store.ask(() -> store.documents()
                    .watch(List.of(Aggregates.project(Projections.include("documentKey", "operationType", "ns"))))
                    .maxAwaitTime(AWAIT.toMillis(), TimeUnit.MILLISECONDS)
                    .cursor());
        }

        @Override
        public boolean hasChanged() {
            var current = cursor;
            if (current == null) {
                cursor = open();
                return true;
            }
            var changed = false;
            while (current.tryNext() != null) {
                changed = true;
                if (current.available() == 0) {
                    break;
                }
            }
            return changed;
        }

        @Override
        public void startAgain() {
            close();
            cursor = null;
        }

        @Override
        public void close() {
            var current = cursor;
            if (current != null) {
                current.close();
            }
        }
    }

    /** Numbers have no gaps, so there is news when the next one is there. */
    private final class NextCommit implements Source {
        private long last = lastNumber.getAsLong();

        @Override
        public boolean hasChanged() {
            if (!reads.has(last + 1)) {
                Waiting.REAL.pause(POLL);
                return false;
            }
            last = lastNumber.getAsLong();
            return true;
        }

        @Override
        public void startAgain() {}

        @Override
        public void close() {}
    }
}
