package centralcommand.ledger.axon;

import centralcommand.ledger.EventCodec;
import centralcommand.ledger.UnreadableEventException;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import tools.jackson.core.JacksonException;

/** Turns recorded events into Axon's messages, through the upcasters; read at once, so that what cannot be read says where it is. */
final class EventMessages {
    private final EventCodec codec;
    private final LedgerEventSerializer serializer;
    private final EventUpcaster upcaster;

    EventMessages(EventCodec codec, LedgerEventSerializer serializer, EventUpcaster upcaster) {
        this.codec = codec;
        this.serializer = serializer;
        this.upcaster = upcaster;
    }

    Stream<TrackedEventMessage<?>> of(Stream<RecordedEventData> events) {
        return of(events, position -> Map.of());
    }

    /** @param more metadata to be added to what was recorded at a position */
    Stream<TrackedEventMessage<?>> of(Stream<RecordedEventData> events, LongFunction<Map<String, String>> more) {
        return upcaster.upcast(events.map(event -> new InitialEventRepresentation(event, serializer)))
                .map(event -> message(event, more));
    }

    private TrackedEventMessage<?> message(
            IntermediateEventRepresentation event, LongFunction<Map<String, String>> more) {
        var token = (GlobalSequenceTrackingToken) event.getTrackingToken().orElseThrow();
        var message = plainMessage(event, "position " + token.getGlobalIndex())
                .andMetaData(more.apply(token.getGlobalIndex()));
        if (event.getAggregateIdentifier().isEmpty()) {
            return new GenericTrackedEventMessage<>(token, new GenericEventMessage<>(message, event::getTimestamp));
        }
        return new GenericTrackedDomainEventMessage<>(
                token,
                event.getAggregateType().orElse(null),
                event.getAggregateIdentifier().get(),
                event.getSequenceNumber().orElseThrow(),
                message,
                event::getTimestamp);
    }

    private GenericMessage<?> plainMessage(IntermediateEventRepresentation event, String where) {
        var type = event.getType();
        try {
            var json = event.getData(byte[].class).getData();
            var payload = codec.payload(type.getName(), LedgerEventSerializer.revision(type), json, where);
            return new GenericMessage<>(
                    event.getMessageIdentifier(), payload, event.getMetaData().getObject());
        } catch (JacksonException | SerializationException | IllegalArgumentException e) {
            throw new UnreadableEventException(
                    type.getName(), type.getRevision(), where, String.valueOf(e.getMessage()), e);
        }
    }
}
