package centralcommand.command.server.api;

import centralcommand.command.server.dispatch.CommandDispatch.RefusalLimit;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How much one account may send, and how many of its refusals are kept. An import sends a thousand commands in seconds and passes. */
final class Limits implements RefusalLimit {
    private final long commandsPerSecond;
    private final long commandBurst;
    private final long refusalsPerMinute;
    private final Map<String, Bucket> commands = new ConcurrentHashMap<>();
    private final Map<String, Bucket> refusals = new ConcurrentHashMap<>();

    Limits(long commandsPerSecond, long commandBurst, long refusalsPerMinute) {
        this.commandsPerSecond = commandsPerSecond;
        this.commandBurst = commandBurst;
        this.refusalsPerMinute = refusalsPerMinute;
    }

    /** Seconds until the account may send another command; 0 if now, and then it is counted. */
    long secondsUntilNextCommand(String actor) {
        return take(commands.computeIfAbsent(
                actor,
                ignored -> Bucket.builder()
                        .addLimit(limit ->
                                limit.capacity(commandBurst).refillGreedy(commandsPerSecond, Duration.ofSeconds(1)))
                        .build()));
    }

    @Override
    public long secondsUntilNext(String actor) {
        return take(refusals.computeIfAbsent(
                actor,
                ignored -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(refusalsPerMinute)
                                .refillGreedy(refusalsPerMinute, Duration.ofMinutes(1)))
                        .build()));
    }

    private static long take(Bucket bucket) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? 0
                : Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
    }
}
