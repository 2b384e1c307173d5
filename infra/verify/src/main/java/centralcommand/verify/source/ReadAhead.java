package centralcommand.verify.source;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads in a thread of its own, a few megabytes ahead, so that reading and hashing go on at the same time. */
public final class ReadAhead implements AutoCloseable {
    private static final long BATCH_BYTES = 1L << 20;
    private static final int BATCH_ENTRIES = 1_000;
    private static final int BATCHES = 4;

    private final BlockingQueue<Batch> batches = new ArrayBlockingQueue<>(BATCHES);
    private final Thread reader;
    private volatile boolean closed;
    private Iterator<Entry> current = List.<Entry>of().iterator();
    private @Nullable Batch last;

    /** Some entries; the last batch also says how reading ended. */
    private record Batch(
            List<Entry> entries, boolean isLast, @Nullable Throwable failure) {}

    public ReadAhead(Source source) {
        reader = Thread.ofPlatform().daemon().name("reader").start(() -> read(source));
    }

    /** The next entry, or null after the last one. */
    public @Nullable Entry next() throws UnreadableException {
        while (!current.hasNext()) {
            if (last != null) {
                switch (last.failure()) {
                    case null -> {
                        return null;
                    }
                    case UnreadableException e -> throw e;
                    case OutOfMemoryError e -> throw e;
                    case Throwable e -> throw new IllegalStateException("The ledger could not be read", e);
                }
            }
            try {
                var batch = batches.take();
                current = batch.entries().iterator();
                last = batch.isLast() ? batch : null;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new UnreadableException("Reading was interrupted.");
            }
        }
        return current.next();
    }

    @SuppressWarnings("CatchingUnchecked") // Whatever ends this thread is thrown in the other one.
    private void read(Source source) {
        var entries = new ArrayList<Entry>();
        var bytes = 0L;
        try {
            for (var entry = source.next(); entry != null && !closed; entry = source.next()) {
                entries.add(entry);
                bytes += entry instanceof Entry.Commit commit ? commit.weight() : 1_000;
                if (bytes >= BATCH_BYTES || entries.size() == BATCH_ENTRIES) {
                    put(new Batch(entries, false, null));
                    entries = new ArrayList<>();
                    bytes = 0;
                }
            }
            put(new Batch(entries, true, null));
        } catch (UnreadableException | RuntimeException | Error e) {
            put(new Batch(entries, true, e));
        }
    }

    private void put(Batch batch) {
        try {
            while (!closed && !batches.offer(batch, 100, TimeUnit.MILLISECONDS)) {
                // Nobody is there to take it yet.
            }
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    /** Ends the reading; the source may be closed after this. */
    @Override
    public void close() {
        closed = true;
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
