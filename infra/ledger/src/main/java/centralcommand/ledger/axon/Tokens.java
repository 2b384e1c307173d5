package centralcommand.ledger.axon;

import centralcommand.ledger.Ledger;
import java.time.Instant;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.jspecify.annotations.Nullable;

/** Positions as Axon's tokens: a token says up to where, inclusive, a processor has read. */
final class Tokens {
    private Tokens() {}

    static GlobalSequenceTrackingToken tail() {
        return new GlobalSequenceTrackingToken(0);
    }

    static GlobalSequenceTrackingToken head(Ledger ledger) {
        return new GlobalSequenceTrackingToken(ledger.head());
    }

    /** Just before the first event recorded at that instant or later; times never go back, so halving finds it in any length. */
    static GlobalSequenceTrackingToken at(Ledger ledger, Instant instant) {
        long before = 0;
        long end = ledger.head();
        while (before < end) {
            var middle = before + (end - before) / 2;
            var recordedAt = ledger.read(middle, 1).getFirst().recordedAt();
            if (recordedAt.isBefore(instant)) {
                before = middle + 1;
            } else {
                end = middle;
            }
        }
        return new GlobalSequenceTrackingToken(before);
    }

    /** The last position that this token covers; nothing has been read where there is no token. */
    static long position(@Nullable TrackingToken token) {
        if (token == null) {
            return 0;
        }
        if (WrappedToken.unwrapLowerBound(token) instanceof GlobalSequenceTrackingToken position) {
            return position.getGlobalIndex();
        }
        throw new IllegalArgumentException("%s is not a token of the ledger.".formatted(token));
    }
}
