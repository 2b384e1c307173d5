package centralcommand.benchmarks;

import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** What goes into Axon's engines and comes out of them, the same for each. */
final class AxonMessages {
    private AxonMessages() {}

    static GenericDomainEventMessage<ForecastReported> of(Draft draft) {
        return new GenericDomainEventMessage<>(
                "program",
                draft.stream(),
                draft.sequence(),
                draft.event(),
                draft.metadata(),
                draft.eventId(),
                Instant.now());
    }

    static Serializer serializer() {
        return Jackson3Serializer.builder().build();
    }

    /** Axon decodes payload and metadata when they are asked for; a processor's handler asks for both. */
    static void read(EventStorageEngine engine, Consumer<ForecastReported> reader) {
        try (var events = engine.readEvents((TrackingToken) null, false)) {
            events.forEach(event -> reader.accept(decoded(event)));
        }
    }

    private static ForecastReported decoded(TrackedEventMessage<?> event) {
        Objects.requireNonNull(event.getMetaData().get("command"), "Metadata was lost.");
        return (ForecastReported) event.getPayload();
    }
}
