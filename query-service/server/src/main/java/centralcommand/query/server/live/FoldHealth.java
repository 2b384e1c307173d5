package centralcommand.query.server.live;

import centralcommand.ledger.Ledger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Ready once the fold has caught up, and as long as it follows: down when it stopped or lags. */
final class FoldHealth implements HealthIndicator {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Ledger ledger;
    private final Timeline timeline;
    private final LedgerFollower follower;
    private final PooledStreamingEventProcessor processor;
    private final Clock clock;
    private boolean caughtUp;
    private long position = -1;
    private Instant movedAt = Instant.MIN;

    FoldHealth(
            Ledger ledger,
            Timeline timeline,
            LedgerFollower follower,
            PooledStreamingEventProcessor processor,
            Clock clock) {
        this.ledger = ledger;
        this.timeline = timeline;
        this.follower = follower;
        this.processor = processor;
        this.clock = clock;
    }

    @Override
    public synchronized Health health() {
        long head = ledger.head();
        long now = timeline.live().position();
        if (now != position) {
            position = now;
            movedAt = clock.instant();
        }
        caughtUp |= now >= head;
        Health.Builder health = new Health.Builder().withDetail("position", now).withDetail("head", head);
        if (follower.failure() != null || processor.isError() || !processor.isRunning()) {
            return health.down().withDetail("reason", "the fold stopped").build();
        }
        if (!caughtUp) {
            return health.outOfService()
                    .withDetail("reason", "the fold has not caught up yet")
                    .build();
        }
        boolean lags = now < head && movedAt.plus(PATIENCE).isBefore(clock.instant());
        return lags
                ? health.down().withDetail("reason", "the fold lags").build()
                : health.up().build();
    }
}
