package centralcommand.ledger.mongo;

import java.time.Duration;

/**
 * Lets other writers in. Whoever has just written knows the head and reaches the next slot first, so that under full load another writer,
 * which must read before it can try, would never get one. A writer that has written without a break for a while therefore leaves a
 * gap as long as another one needs to read and write.
 */
final class Turns {
    private static final Duration LONGEST_TURN = Duration.ofMillis(200);
    private static final int ROUND_TRIPS_LEFT_TO_OTHERS = 3;

    private final Waiting waiting;
    private long began;
    private long ended;
    private long roundTrip;

    Turns(Waiting waiting) {
        this.waiting = waiting;
        this.began = waiting.nanoTime();
        this.ended = began;
    }

    /** To be called before a batch. */
    void begin() {
        var now = waiting.nanoTime();
        if (now - ended > ROUND_TRIPS_LEFT_TO_OTHERS * roundTrip) {
            began = now;
        } else if (now - began > LONGEST_TURN.toNanos()) {
            waiting.pause(Duration.ofNanos(ROUND_TRIPS_LEFT_TO_OTHERS * roundTrip));
            began = waiting.nanoTime();
        }
    }

    /** To be called after an insert that took so long. */
    void wrote(long nanos) {
        roundTrip = Math.min(nanos, LONGEST_TURN.toNanos() / ROUND_TRIPS_LEFT_TO_OTHERS);
    }

    /** To be called after a batch. */
    void end() {
        ended = waiting.nanoTime();
    }
}
