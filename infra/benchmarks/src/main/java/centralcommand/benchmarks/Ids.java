package centralcommand.benchmarks;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.axonframework.common.IdentifierFactory;

/** Where the ids of events and commands come from; the same for all engines of a run. */
enum Ids implements Supplier<String> {
    /** Whatever Axon finds in this program, as in the product. */
    PRODUCT {
        @Override
        public String get() {
            return IdentifierFactory.getInstance().generateIdentifier();
        }
    },
    /** UUID version 4, Axon's own default. */
    RANDOM {
        @Override
        public String get() {
            return UUID.randomUUID().toString();
        }
    },
    /** UUID version 7 that never goes back within this process: milliseconds, then a count, then chance. */
    TIME {
        private final AtomicLong last = new AtomicLong();

        @Override
        public String get() {
            var now = System.currentTimeMillis() << COUNT_BITS;
            var tick = last.updateAndGet(before -> Math.max(before + 1, now));
            var high = tick >>> COUNT_BITS << 16 | 0x7000L | tick & 0xFFFL;
            return new UUID(
                            high,
                            0x8000000000000000L | ThreadLocalRandom.current().nextLong() >>> 2)
                    .toString();
        }
    };

    private static final int COUNT_BITS = 12;
}
