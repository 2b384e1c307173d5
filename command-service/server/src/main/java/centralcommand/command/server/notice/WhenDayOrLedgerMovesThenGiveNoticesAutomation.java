package centralcommand.command.server.notice;

import centralcommand.command.contract.shared.Washington;
import centralcommand.ledger.Ledger;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks for notices that are due when the service starts, when a day has begun in Washington and when the ledger has moved. It looks once for
 * all that was recorded, when the ledger has come to rest: who enters a promise and its fulfilment one after the other, as an import does, is
 * not told between the two that the promise was missed.
 */
final class WhenDayOrLedgerMovesThenGiveNoticesAutomation implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(WhenDayOrLedgerMovesThenGiveNoticesAutomation.class);

    /** A ledger that never rests is looked at all the same. */
    private static final int MOST_WAITED = 10;

    private final NoticesAutomation notices;
    private final Ledger ledger;
    private final Clock clock;
    private final Duration every;
    private final AtomicBoolean moved = new AtomicBoolean();
    private Ledger.@Nullable Registration registration;
    private @Nullable ScheduledExecutorService executor;
    private @Nullable LocalDate lookedOn;

    /** For how many looks it has been known that the ledger moved. */
    private int waited;

    WhenDayOrLedgerMovesThenGiveNoticesAutomation(
            NoticesAutomation notices, Ledger ledger, Clock clock, Duration every) {
        this.notices = notices;
        this.ledger = ledger;
        this.clock = clock;
        this.every = every;
    }

    /** Last of all, when everything that takes a command is there. */
    @Override
    public void start() {
        registration = ledger.onAppend(() -> moved.set(true));
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("notices").factory());
        executor = started;
        started.scheduleWithFixedDelay(this::look, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What fails is tried again: until it succeeds there is something to look for. */
    private void look() {
        if (!wanted(Washington.today(clock))) {
            return;
        }
        try {
            // The day is asked before, so that one that begins meanwhile is not passed over.
            LocalDate today = Washington.today(clock);
            lookedOn = notices.run() ? null : today;
            waited = 0;
        } catch (RuntimeException e) {
            lookedOn = null;
            LOG.error("Notices were not given and are tried again in {}: {}", every, e.toString());
        }
    }

    private boolean wanted(LocalDate today) {
        boolean busy = moved.getAndSet(false);
        waited = busy || waited > 0 ? waited + 1 : 0;
        boolean settled = waited > 0 && (!busy || waited > MOST_WAITED);
        return settled || !today.equals(lookedOn);
    }

    @Override
    public void stop() {
        if (registration != null) {
            registration.close();
            registration = null;
        }
        if (executor != null) {
            executor.shutdownNow();
            try {
                executor.awaitTermination(5, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            executor = null;
        }
    }

    @Override
    public boolean isRunning() {
        return executor != null;
    }
}
