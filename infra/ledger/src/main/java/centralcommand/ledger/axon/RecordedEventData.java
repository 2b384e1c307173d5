package centralcommand.ledger.axon;

import centralcommand.ledger.RecordedEvent;
import java.time.Instant;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;

/** A recorded event as Axon's upcasters and readers want it. */
sealed class RecordedEventData implements TrackedEventData<byte[]> {
    final RecordedEvent event;

    private RecordedEventData(RecordedEvent event) {
        this.event = event;
    }

    /** An event that was published outside any aggregate is a stream of its own, named by its id; Axon has no aggregate for it. */
    static RecordedEventData of(RecordedEvent event) {
        var standsAlone = event.sequence() == 0 && event.stream().equals(event.eventId());
        return standsAlone ? new RecordedEventData(event) : new OfStream(event);
    }

    @Override
    public TrackingToken trackingToken() {
        return new GlobalSequenceTrackingToken(event.position());
    }

    @Override
    public String getEventIdentifier() {
        return event.eventId();
    }

    @Override
    public Instant getTimestamp() {
        return event.recordedAt();
    }

    @Override
    public SerializedObject<byte[]> getMetaData() {
        return new SerializedMetaData<>(event.metadata(), byte[].class);
    }

    @Override
    public SerializedObject<byte[]> getPayload() {
        return new SimpleSerializedObject<>(
                event.payload(),
                byte[].class,
                new SimpleSerializedType(event.type(), String.valueOf(event.revision())));
    }

    /** An event of an aggregate. */
    static final class OfStream extends RecordedEventData implements DomainEventData<byte[]> {
        OfStream(RecordedEvent event) {
            super(event);
        }

        /** The kind of aggregate: what the name of the stream has before its first slash. */
        @Override
        public String getType() {
            var slash = event.stream().indexOf('/');
            return slash < 0 ? event.stream() : event.stream().substring(0, slash);
        }

        @Override
        public String getAggregateIdentifier() {
            return event.stream();
        }

        @Override
        public long getSequenceNumber() {
            return event.sequence();
        }
    }
}
