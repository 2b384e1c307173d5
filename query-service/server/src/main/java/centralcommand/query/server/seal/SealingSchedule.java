package centralcommand.query.server.seal;

import centralcommand.ledger.LedgerException;
import centralcommand.ledger.checkpoint.Witnesses;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Seals what was recorded since the last time, again and again, and never stops because one time failed. */
final class SealingSchedule implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SealingSchedule.class);

    private final Witnesses witnesses;
    private final Duration interval;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("seal").factory());

    SealingSchedule(Witnesses witnesses, Duration interval) {
        this.witnesses = witnesses;
        this.interval = interval;
    }

    void start() {
        executor.scheduleWithFixedDelay(this::seal, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void seal() {
        try {
            witnesses.watch();
        } catch (LedgerException e) {
            LOG.error("Nothing was sealed: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("Sealing failed", e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        executor.shutdownNow();
        executor.awaitTermination(5, TimeUnit.SECONDS);
    }
}
