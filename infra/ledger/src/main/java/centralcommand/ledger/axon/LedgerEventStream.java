package centralcommand.ledger.axon;

import centralcommand.ledger.Ledger;
import centralcommand.ledger.RecordedEvent;
import centralcommand.ledger.UnreadableEventException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/** Follows the ledger from a position on. For one reader at a time; closing and waking may come from any thread. */
final class LedgerEventStream implements BlockingStream<TrackedEventMessage<?>> {
    private static final int BATCH = 500;

    private final Ledger ledger;
    private final EventMessages messages;
    private final Queue<TrackedEventMessage<?>> read = new ArrayDeque<>();
    private final Semaphore appended = new Semaphore(0);
    private final Ledger.Registration registration;
    private volatile @Nullable Runnable callback;
    private volatile boolean closed;
    private long position;

    LedgerEventStream(Ledger ledger, EventMessages messages, long afterPosition) {
        this.ledger = ledger;
        this.messages = messages;
        this.position = afterPosition;
        this.registration = ledger.onAppend(this::onAppend);
    }

    private void onAppend() {
        appended.release();
        var registered = callback;
        if (registered != null) {
            registered.run();
        }
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        fill();
        return Optional.ofNullable(read.peek());
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        var giveUpAt = System.nanoTime() + unit.toNanos(timeout);
        while (true) {
            // Emptied before looking: what is appended after the look then leaves a permit to be found below.
            appended.drainPermits();
            if (peek().isPresent()) {
                return true;
            }
            var left = giveUpAt - System.nanoTime();
            if (closed || left <= 0 || !appended.tryAcquire(left, TimeUnit.NANOSECONDS)) {
                return false;
            }
        }
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (true) {
            if (hasNextAvailable(Integer.MAX_VALUE, TimeUnit.SECONDS)) {
                return read.remove();
            }
            if (closed) {
                throw new IllegalStateException("The stream is closed; nothing more will come.");
            }
        }
    }

    /** Upcasters may drop all of a batch, so that one batch is not always enough. */
    private void fill() {
        while (read.isEmpty() && !closed) {
            var batch = ledger.read(position, BATCH);
            if (batch.isEmpty()) {
                return;
            }
            try {
                read.addAll(decode(batch));
                position = batch.getLast().position();
            } catch (UnreadableEventException e) {
                fillUpToUnreadable(batch);
            }
        }
    }

    /** What comes before the unreadable event is still handed out; after that, each look meets the event again and fails. */
    private void fillUpToUnreadable(List<RecordedEvent> batch) {
        for (var event : batch) {
            try {
                read.addAll(decode(List.of(event)));
                position = event.position();
            } catch (UnreadableEventException e) {
                if (read.isEmpty()) {
                    throw e;
                }
                return;
            }
        }
    }

    private List<TrackedEventMessage<?>> decode(List<RecordedEvent> batch) {
        var first = batch.getFirst().position();
        return messages.of(
                        batch.stream().map(RecordedEventData::of),
                        position -> LedgerMetaData.of(batch.get(Math.toIntExact(position - first))))
                .toList();
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        this.callback = callback;
        return true;
    }

    @Override
    public void close() {
        closed = true;
        registration.close();
        appended.release();
    }
}
