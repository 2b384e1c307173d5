package centralcommand.query.server.live;

import centralcommand.command.contract.shared.Authorship;
import centralcommand.command.contract.shared.Event;
import centralcommand.ledger.EventCodec;
import centralcommand.ledger.EventNames;
import centralcommand.ledger.axon.LedgerMetaData;
import centralcommand.query.server.portfolio.Fact;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Folds every event of the ledger, in order. The first that cannot be folded stops it for good: nothing is ever left out. */
final class LedgerFollower implements EventHandlerInvoker {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerFollower.class);

    private final Timeline timeline;
    private final EventCodec codec;
    private volatile @Nullable RuntimeException failure;

    LedgerFollower(Timeline timeline, EventCodec codec) {
        this.timeline = timeline;
        this.codec = codec;
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return true;
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        if (failure != null) {
            throw failure;
        }
        try {
            timeline.fold(fact(message));
        } catch (RuntimeException e) {
            failure = e;
            LOG.error(
                    "The fold stopped at position {}: it does not go on until the cause is removed and the service started again",
                    message.getMetaData().get(LedgerMetaData.POSITION),
                    e);
            throw e;
        }
    }

    @Nullable
    RuntimeException failure() {
        return failure;
    }

    private Fact<?> fact(EventMessage<?> message) {
        Map<String, String> metadata = message.getMetaData().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue())));
        EventNames.Name name = codec.names().nameOf(message.getPayloadType());
        return new Fact<>(
                number(metadata, LedgerMetaData.POSITION),
                number(metadata, LedgerMetaData.COMMIT),
                message.getTimestamp(),
                String.valueOf(metadata.get(LedgerMetaData.STREAM)),
                number(metadata, LedgerMetaData.SEQUENCE),
                name.type(),
                name.revision(),
                Authorship.fromMetadata(metadata),
                (Event) message.getPayload());
    }

    private static long number(Map<String, String> metadata, String key) {
        return Long.parseLong(String.valueOf(metadata.get(key)));
    }
}
