package centralcommand.standalone.identity;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How often a password may be tried. Only an attempt that has failed counts, so that nobody who knows the password is
 * turned away; but of one address only a few are tried at the same time, and the others wait for their outcome, so that
 * guessing many at once gains no more than those few.
 */
final class Attempts {
    static final int AT_ONCE = 8;
    static final int FOR_AN_ACCOUNT = 10;
    private static final int FOR_AN_ADDRESS = 100;
    /** Long enough for hundreds of honest ones at once. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    /** Enough for every account and address of an agency; beyond it the longest unused are forgotten. */
    private static final int KEPT = 20_000;

    private final TimeMeter time;
    private final Map<String, Bucket> failures = new Recent<>();
    private final Map<String, Semaphore> turns = new Recent<>();

    Attempts(TimeMeter time) {
        this.time = time;
    }

    /** Waits for a turn, and takes it if fewer have failed than may. The turn has to be closed in any case. */
    Turn begin(String account, String address) throws InterruptedException {
        Semaphore turn = turn(address);
        if (!turn.tryAcquire(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
            return new Turn(List.of(), Optional.of(Duration.ofSeconds(1)), () -> {});
        }
        List<Bucket> buckets =
                List.of(bucket(address, FOR_AN_ADDRESS), bucket(address + " " + account, FOR_AN_ACCOUNT));
        return new Turn(buckets, untilAllowed(buckets), turn::release);
    }

    private static Optional<Duration> untilAllowed(List<Bucket> buckets) {
        return buckets.stream()
                .map(bucket -> bucket.estimateAbilityToConsume(1))
                .filter(probe -> !probe.canBeConsumed())
                .map(EstimationProbe::getNanosToWaitForRefill)
                .max(Long::compare)
                .map(Duration::ofNanos);
    }

    /**
     * One attempt on its way.
     *
     * @param mustWait how long to wait instead of trying, if too many have failed
     */
    record Turn(List<Bucket> buckets, Optional<Duration> mustWait, Runnable end) implements AutoCloseable {

        /** What fails beyond the allowance, because it was tried at the same time, is taken from the next minutes. */
        void failed() {
            buckets.forEach(bucket -> bucket.consumeIgnoringRateLimits(1));
        }

        @Override
        public void close() {
            end.run();
        }
    }

    private Semaphore turn(String address) {
        synchronized (turns) {
            return turns.computeIfAbsent(address, first -> new Semaphore(AT_ONCE, true));
        }
    }

    /** A minute after the last failure, all attempts are there again. */
    private Bucket bucket(String key, int attempts) {
        synchronized (failures) {
            return failures.computeIfAbsent(
                    key,
                    k -> Bucket.builder()
                            .addLimit(limit -> limit.capacity(attempts).refillGreedy(attempts, Duration.ofMinutes(1)))
                            .withCustomTimePrecision(time)
                            .build());
        }
    }

    private static final class Recent<V> extends LinkedHashMap<String, V> {
        private static final long serialVersionUID = 1L;

        Recent() {
            super(256, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > KEPT;
        }
    }
}
