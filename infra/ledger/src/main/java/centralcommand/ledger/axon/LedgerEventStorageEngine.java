package centralcommand.ledger.axon;

import centralcommand.ledger.Commit;
import centralcommand.ledger.CommitTooLargeException;
import centralcommand.ledger.ConflictException;
import centralcommand.ledger.ConflictException.Reason;
import centralcommand.ledger.DuplicateCommandException;
import centralcommand.ledger.EventCodec;
import centralcommand.ledger.Ledger;
import centralcommand.ledger.LedgerException;
import centralcommand.ledger.NewEvent;
import centralcommand.ledger.RecordedCommit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.common.AxonConfigurationException;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/**
 * Axon's event storage on the ledger. All events of a unit of work, of however many aggregates, become one commit, appended in the
 * commit phase of its root: until then a failure leaves nothing behind, and if the append fails the unit of work is rolled back.
 *
 * <p>An aggregate's identifier is the name of its stream; its type is not stored but read from the part before the first slash.
 * Timestamps of events read are those of the ledger. There are no snapshots.
 */
public class LedgerEventStorageEngine extends BatchingEventStorageEngine {
    private final String pendingKey = this + ".pending";
    private final Ledger ledger;
    private final EventCodec codec;
    private final EventMessages messages;

    protected LedgerEventStorageEngine(Builder builder) {
        super(builder);
        // The builder has made sure of both.
        this.ledger = Objects.requireNonNull(builder.ledger);
        this.codec = Objects.requireNonNull(builder.codec);
        this.messages = new EventMessages(codec, new LedgerEventSerializer(codec), upcasterChain);
    }

    public static Builder builder() {
        return new Builder();
    }

    // ---- append

    /**
     * Outside a unit of work at once, otherwise with all others of it.
     *
     * @throws AggregateStreamCreationException if the stream of a first event exists; trying again cannot help
     * @throws org.axonframework.modelling.command.ConcurrencyException if the stream or the expected head has moved
     * @throws DuplicateCommandException if the command of the {@link CommitContext} has been carried out already
     * @throws RehearsedException if the unit of work is only rehearsed
     */
    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        var encoded = events.stream().map(this::encode).toList();
        if (!CurrentUnitOfWork.isStarted()) {
            append(Commit.of(encoded));
            return;
        }
        var root = CurrentUnitOfWork.get().root();
        if (root.phase().isAfter(UnitOfWork.Phase.PREPARE_COMMIT)) {
            throw new IllegalStateException("The events of this unit of work have been appended; it cannot have more.");
        }
        pending(root).addAll(encoded);
    }

    private List<NewEvent> pending(UnitOfWork<?> root) {
        return root.getOrComputeResource(pendingKey, key -> {
            var pending = new ArrayList<NewEvent>();
            root.onCommit(unitOfWork -> {
                if (CommitContext.rehearsed(unitOfWork)) {
                    throw new RehearsedException(pending);
                }
                CommitContext.recorded(unitOfWork, append(CommitContext.commit(unitOfWork, pending)));
            });
            return pending;
        });
    }

    private NewEvent encode(EventMessage<?> event) {
        if (event instanceof DomainEventMessage<?> ofStream) {
            return codec.encode(
                    ofStream.getAggregateIdentifier(),
                    ofStream.getSequenceNumber(),
                    event.getIdentifier(),
                    event.getPayload(),
                    event.getMetaData());
        }
        return codec.encode(event.getIdentifier(), 0, event.getIdentifier(), event.getPayload(), event.getMetaData());
    }

    private RecordedCommit append(Commit commit) {
        try {
            return ledger.append(commit);
        } catch (ConflictException e) {
            if (isAboutFirstEvent(e.reason(), commit)) {
                throw new AggregateStreamCreationException(e.getMessage(), e);
            }
            throw new ConcurrencyException(e.getMessage(), e);
        } catch (DuplicateCommandException | CommitTooLargeException e) {
            throw e;
        } catch (LedgerException e) {
            throw new EventStoreException(e.getMessage(), e);
        }
    }

    private static boolean isAboutFirstEvent(Reason reason, Commit commit) {
        return switch (reason) {
            case Reason.NotNext taken -> taken.sequence() == 0;
            case Reason.EventIdTaken taken ->
                commit.events().stream()
                        .anyMatch(event ->
                                event.sequence() == 0 && event.eventId().equals(taken.eventId()));
            case Reason.HeadMoved moved -> false;
        };
    }

    // ---- read

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        var last = new LastSequence();
        var data = readEventData(aggregateIdentifier, firstSequenceNumber)
                .map(RecordedEventData.class::cast)
                .peek(read -> last.sequence = read.event.sequence());
        return DomainEventStream.of(
                messages.of(data).map(message -> (DomainEventMessage<?>) message), () -> last.sequence);
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(
            @Nullable TrackingToken trackingToken, boolean mayBlock) {
        return messages.of(readEventData(trackingToken, mayBlock).map(RecordedEventData.class::cast));
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken lastToken, int batchSize) {
        return ledger.read(Tokens.position(lastToken), batchSize).stream()
                .map(RecordedEventData::of)
                .toList();
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(
            String aggregateIdentifier, long firstSequenceNumber, int batchSize) {
        return ledger.readStream(aggregateIdentifier, firstSequenceNumber, batchSize).stream()
                .map(RecordedEventData.OfStream::new)
                .toList();
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        var last = ledger.lastSequence(aggregateIdentifier);
        return last < 0 ? Optional.empty() : Optional.of(last);
    }

    // ---- tokens

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

    // ---- snapshots

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return Stream.empty();
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        throw new UnsupportedOperationException(
                "The ledger keeps no snapshots; configure none for %s.".formatted(snapshot.getType()));
    }

    /** Where the last event of a stream stood before an upcaster could drop it. */
    private static final class LastSequence {
        @Nullable
        Long sequence;
    }

    /** Needs a ledger and a codec; upcasters and the size of a batch are as Axon has them. */
    public static class Builder extends BatchingEventStorageEngine.Builder {
        private @Nullable Ledger ledger;
        private @Nullable EventCodec codec;

        protected Builder() {}

        public Builder ledger(Ledger ledger) {
            this.ledger = ledger;
            return this;
        }

        public Builder codec(EventCodec codec) {
            this.codec = codec;
            var serializer = new LedgerEventSerializer(codec);
            super.eventSerializer(serializer);
            super.snapshotSerializer(serializer);
            return this;
        }

        @Override
        public Builder eventSerializer(Serializer eventSerializer) {
            throw new AxonConfigurationException("The ledger reads and writes events by its codec only.");
        }

        @Override
        public Builder upcasterChain(EventUpcaster upcasterChain) {
            super.upcasterChain(upcasterChain);
            return this;
        }

        @Override
        public Builder batchSize(int batchSize) {
            super.batchSize(batchSize);
            return this;
        }

        @Override
        protected void validate() {
            if (ledger == null || codec == null) {
                throw new AxonConfigurationException("The engine needs a ledger and a codec.");
            }
            super.validate();
        }

        public LedgerEventStorageEngine build() {
            return new LedgerEventStorageEngine(this);
        }
    }
}
