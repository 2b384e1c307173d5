package centralcommand.ledger.axon;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.IdentifierFactory;

/**
 * Identifiers of messages that rise with time: UUID version 7 (RFC 9562). The unique index over them then grows at its right edge, where
 * one page takes the identifiers of a whole batch; random ones would change a page for each.
 *
 * <p>Within a process no two are alike: each is a millisecond with a count, higher than the one before even if the clock goes back.
 * Processes are told apart by 62 bits of chance, drawn once. Axon finds this class by itself (a service of its {@link IdentifierFactory}).
 */
public final class TimeOrderedIdentifiers extends IdentifierFactory {
    private static final int COUNT_BITS = 12;
    private static final long COUNT = (1L << COUNT_BITS) - 1;
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000000000000000L;

    private final Clock clock;
    private final long process = VARIANT | new SecureRandom().nextLong() >>> 2;
    private final AtomicLong last = new AtomicLong();

    /** On the clock of the machine: Axon makes it, and has none to give. */
    public TimeOrderedIdentifiers() {
        this(Clock.systemUTC());
    }

    TimeOrderedIdentifiers(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String generateIdentifier() {
        var now = clock.millis() << COUNT_BITS;
        var tick = last.updateAndGet(before -> Math.max(before + 1, now));
        var high = tick >>> COUNT_BITS << Short.SIZE | VERSION | tick & COUNT;
        return new UUID(high, process).toString();
    }
}
