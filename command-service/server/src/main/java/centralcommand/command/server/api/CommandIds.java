package centralcommand.command.server.api;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** Ids of commands: the sender's own, or made here in the order of time (UUID version 7, RFC 9562). */
final class CommandIds {
    private static final int LONGEST = 200;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    CommandIds(Clock clock) {
        this.clock = clock;
    }

    /** @throws BadInput.Found if it is empty, endless, or has characters that a header should not have */
    static String require(String given) {
        boolean readable = given.chars().allMatch(each -> each > ' ' && each < 127);
        if (given.isEmpty() || given.length() > LONGEST || !readable) {
            throw new BadInput.Found(new BadInput(
                    "IDEMPOTENCY_KEY_MALFORMED",
                    "The Idempotency-Key must have 1 to %d visible characters. Send a UUID, for example."
                            .formatted(LONGEST),
                    null));
        }
        return given;
    }

    String next() {
        long high = clock.millis() << 16 | 0x7000L | random.nextInt(0x1000);
        long low = 0x8000000000000000L | random.nextLong() >>> 2;
        return new UUID(high, low).toString();
    }
}
