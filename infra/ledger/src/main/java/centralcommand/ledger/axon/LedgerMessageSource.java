package centralcommand.ledger.axon;

import centralcommand.ledger.EventCodec;
import centralcommand.ledger.Ledger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.jspecify.annotations.Nullable;

/**
 * The ledger as a source for streaming processors where there is no event store. Its streams wake a processor as soon as the ledger
 * wakes them, in place of Axon's polling. Messages carry {@link LedgerMetaData} beside their own metadata, and the time at which
 * they were recorded.
 *
 * <p>An event that cannot be read stops the stream with an exception each time it is asked for; none is left out.
 */
public final class LedgerMessageSource implements StreamableMessageSource<TrackedEventMessage<?>> {
    private final Ledger ledger;
    private final EventMessages messages;
    private final Clock clock;

    public LedgerMessageSource(Ledger ledger, EventCodec codec, Clock clock) {
        this(ledger, codec, NoOpEventUpcaster.INSTANCE, clock);
    }

    /** @param upcaster sees the log in pieces, so it must not carry anything over from one event to a later one */
    public LedgerMessageSource(Ledger ledger, EventCodec codec, EventUpcaster upcaster, Clock clock) {
        this.ledger = ledger;
        this.messages = new EventMessages(codec, new LedgerEventSerializer(codec), upcaster);
        this.clock = clock;
    }

    /** All events after the token, from the first where there is none. */
    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken trackingToken) {
        return new LedgerEventStream(ledger, messages, Tokens.position(trackingToken));
    }

    @Override
    public TrackingToken createTailToken() {
        return Tokens.tail();
    }

    @Override
    public TrackingToken createHeadToken() {
        return Tokens.head(ledger);
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return Tokens.at(ledger, dateTime);
    }

    @Override
    public TrackingToken createTokenSince(Duration duration) {
        return createTokenAt(clock.instant().minus(duration));
    }
}
