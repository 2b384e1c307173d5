package centralcommand.standalone.identity;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How often a password may be tried. An attempt is taken when it begins, so that many at once cannot slip through, and
 * given back when it succeeds, so that nobody who knows the password is ever slowed down.
 */
final class Attempts {
    private static final int FOR_AN_ACCOUNT = 10;
    private static final int FOR_AN_ADDRESS = 100;
    /** Enough for every account and address of an agency; beyond it the longest unused are forgotten. */
    private static final int KEPT = 20_000;

    private final TimeMeter time;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > KEPT;
        }
    };

    Attempts(TimeMeter time) {
        this.time = time;
    }

    /** Takes one attempt. @return how long to wait, if there is none left */
    Optional<Duration> begin(String account, String address) {
        Duration wait = Duration.ZERO;
        for (Bucket bucket : List.of(ofAddress(address), ofAccount(account, address))) {
            ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                wait = Duration.ofNanos(Math.max(wait.toNanos(), probe.getNanosToWaitForRefill()));
            }
        }
        return wait.isZero() ? Optional.empty() : Optional.of(wait);
    }

    void succeeded(String account, String address) {
        ofAddress(address).addTokens(1);
        ofAccount(account, address).addTokens(1);
    }

    private Bucket ofAccount(String account, String address) {
        return bucket(address + " " + account, FOR_AN_ACCOUNT);
    }

    private Bucket ofAddress(String address) {
        return bucket(address, FOR_AN_ADDRESS);
    }

    /** A minute after the last failure, all attempts are there again. */
    private Bucket bucket(String key, int attempts) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(
                    key,
                    k -> Bucket.builder()
                            .addLimit(limit -> limit.capacity(attempts).refillGreedy(attempts, Duration.ofMinutes(1)))
                            .withCustomTimePrecision(time)
                            .build());
        }
    }
}
