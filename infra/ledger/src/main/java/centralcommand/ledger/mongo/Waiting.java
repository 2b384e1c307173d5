package centralcommand.ledger.mongo;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** How the adapter waits; a simulation waits without time going by. */
interface Waiting {
    Waiting REAL = new Waiting() {
        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public void pause(Duration duration) {
            LockSupport.parkNanos(duration.toNanos());
        }
    };

    /** As {@link System#nanoTime()}: for differences only. */
    long nanoTime();

    /** Waits about this long, less where the thread is wanted for something else. */
    void pause(Duration duration);
}
