package centralcommand.query.server.api;

import centralcommand.query.server.live.Timeline;
import centralcommand.query.server.portfolio.Audience;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Streams that tell an open page that something it may see has changed; what changed it asks for itself. A message has no name and its id
 * is the position; changes that come faster than they are sent are told as one. Nothing is sent for what the audience may not see.
 */
@Component
class Streams implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Streams.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final int MOST_FOR_ONE_ACCOUNT = 8;

    private final Timeline timeline;
    private final Clock clock;
    private final ConcurrentMap<String, Integer> open = new ConcurrentHashMap<>();
    private volatile boolean running;

    Streams(Timeline timeline, Clock clock) {
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * Opens a stream.
     *
     * @param told the position up to which the reader knows
     * @param ends when the reader's token expires
     * @throws TooManyStreams if the account has as many open as one may have
     */
    SseEmitter open(String account, Audience audience, long told, Instant ends) {
        if (open.merge(account, 1, Integer::sum) > MOST_FOR_ONE_ACCOUNT) {
            left(account);
            throw new TooManyStreams(MOST_FOR_ONE_ACCOUNT);
        }
        SseEmitter emitter = new SseEmitter(0L);
        Thread.ofVirtual().name("stream-" + audience).start(() -> {
            try {
                tell(emitter, audience, told, ends);
                emitter.complete();
            } catch (IOException | IllegalStateException e) {
                LOG.debug("A reader of the stream went away", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                emitter.complete();
            } finally {
                left(account);
            }
        });
        return emitter;
    }

    private void tell(SseEmitter emitter, Audience audience, long from, Instant ends)
            throws IOException, InterruptedException {
        long told = from;
        emitter.send(SseEmitter.event().comment("open"));
        while (running) {
            long known = told;
            Duration left = Duration.between(clock.instant(), ends);
            if (left.isNegative() || left.isZero()) {
                return;
            }
            boolean changed = timeline.await(
                    () -> !running || changedAt(audience) > known, left.compareTo(HEARTBEAT) < 0 ? left : HEARTBEAT);
            long now = changedAt(audience);
            if (now > known) {
                emitter.send(SseEmitter.event().id(Long.toString(now)).data("{\"position\":" + now + "}"));
                told = now;
            } else if (!changed) {
                emitter.send(SseEmitter.event().comment("still here"));
            }
        }
    }

    private long changedAt(Audience audience) {
        return timeline.live().seenBy(audience).changedAt();
    }

    private void left(String account) {
        open.computeIfPresent(account, (key, streams) -> streams == 1 ? null : streams - 1);
    }

    @Override
    public void start() {
        running = true;
    }

    /** Ends all streams before the server waits for open answers. */
    @Override
    public void stop() {
        running = false;
        timeline.wake();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
