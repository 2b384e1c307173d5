package centralcommand.command.server.api;

import centralcommand.ledger.Ledger;
import centralcommand.ledger.LedgerException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Not ready while the ledger cannot be read, and for a moment after it failed to take a command. */
final class LedgerHealth implements HealthIndicator {
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(10);

    private final Ledger ledger;
    private final Clock clock;
    private final AtomicReference<@Nullable Instant> lastFailure = new AtomicReference<>();

    LedgerHealth(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The ledger could not be read or written just now. */
    void failed() {
        lastFailure.set(clock.instant());
    }

    @Override
    public Health health() {
        Instant failed = lastFailure.get();
        if (failed != null && clock.instant().isBefore(failed.plus(AFTER_A_FAILURE))) {
            return Health.down()
                    .withDetail("ledger", "failed to take a command")
                    .build();
        }
        try {
            return Health.up().withDetail("head", ledger.head()).build();
        } catch (LedgerException e) {
            return Health.down(e).build();
        }
    }
}
