package centralcommand.ledger.axon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centralcommand.ledger.CommandKey;
import centralcommand.ledger.Commit;
import centralcommand.ledger.DuplicateCommandException;
import centralcommand.ledger.Ledger;
import centralcommand.ledger.LedgerException;
import centralcommand.ledger.NewEvent;
import centralcommand.ledger.RecordedCommit;
import centralcommand.ledger.RecordedEvent;
import centralcommand.ledger.SteppingClock;
import centralcommand.ledger.UnreadableEventException;
import centralcommand.ledger.axon.Account.Deposit;
import centralcommand.ledger.axon.Account.Deposited;
import centralcommand.ledger.axon.Account.Open;
import centralcommand.ledger.axon.Account.Opened;
import centralcommand.ledger.sqlite.SqliteLedger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

@Timeout(30)
class LedgerEventStorageEngineTest {
    private static final CommandKey COMMAND = new CommandKey("kim", "c-1", "hash");

    @TempDir
    private Path folder;

    private final SteppingClock clock = new SteppingClock();
    private Ledger ledger;
    private LedgerEventStorageEngine engine;
    private EmbeddedEventStore store;
    private EventSourcingRepository<Account> accounts;
    private final CommandBus commands = SimpleCommandBus.builder().build();

    @BeforeEach
    void start() {
        ledger = SqliteLedger.open(folder.resolve("ledger.sqlite"), clock);
        engine = LedgerEventStorageEngine.builder()
                .ledger(ledger)
                .codec(Account.CODEC)
                .batchSize(3)
                .build();
        store = EmbeddedEventStore.builder().storageEngine(engine).build();
        accounts =
                EventSourcingRepository.builder(Account.class).eventStore(store).build();
        AggregateAnnotationCommandHandler.<Account>builder()
                .aggregateType(Account.class)
                .repository(accounts)
                .build()
                .subscribe(commands);
    }

    @AfterEach
    void stop() {
        store.shutDown();
        ledger.close();
    }

    // ---- commands and aggregates

    @Test
    void an_aggregate_is_opened_changed_and_loaded_again_from_its_events() {
        carriedOut(new Open("a"));
        for (var n = 1; n <= 10; n++) {
            carriedOut(new Deposit("a", n));
        }

        assertThat(send(new Deposit("a", 0)).getPayload()).isEqualTo(55);
        assertThat(ledger.head()).isEqualTo(11);
    }

    @Test
    void what_is_stored_is_logical_names_and_json_and_no_class_name() {
        carriedOut(new Open("a"));
        carriedOut(new Deposit("a", 5));

        var stored = ledger.read(0, 10);
        assertThat(stored).extracting(RecordedEvent::type).containsExactly("account-opened", "money-deposited");
        assertThat(stored).extracting(RecordedEvent::revision).containsExactly(1, 2);
        assertThat(stored).extracting(RecordedEvent::stream).containsOnly("a");
        assertThat(text(stored.get(1).payload())).isEqualTo("{\"account\":\"a\",\"amount\":5}");
        assertThat(stored)
                .allSatisfy(event -> assertThat(text(event.payload()) + text(event.metadata()))
                        .doesNotContain("centralcommand", "axonframework"));
    }

    @Test
    void a_command_that_changes_nothing_stores_nothing() {
        carriedOut(new Open("a"));
        carriedOut(new Deposit("a", 0), COMMAND);

        assertThat(ledger.head()).isEqualTo(1);
        assertThat(ledger.findCommand("kim", "c-1")).isEmpty();
    }

    @Test
    void a_refused_command_stores_nothing() {
        carriedOut(new Open("a"));

        assertThat(send(new Deposit("a", -1)).exceptionResult()).hasMessageContaining("adds something");
        assertThat(ledger.head()).isEqualTo(1);
    }

    @Test
    void the_commit_carries_the_command_and_the_unit_of_work_learns_what_was_recorded() {
        var recorded = new AtomicReference<Optional<RecordedCommit>>(Optional.empty());
        commands.registerHandlerInterceptor((unitOfWork, chain) -> {
            CommitContext.command(COMMAND);
            unitOfWork.afterCommit(ended -> recorded.set(CommitContext.recorded(ended)));
            return chain.proceed();
        });

        carriedOut(new Open("a"));

        assertThat(recorded.get()).isPresent().isEqualTo(ledger.findCommand("kim", "c-1"));
    }

    @Test
    void a_command_sent_twice_is_carried_out_once_and_the_second_gets_our_own_exception() {
        carriedOut(new Open("a"));
        carriedOut(new Deposit("a", 5), COMMAND);

        assertThat(send(new Deposit("a", 5), COMMAND).exceptionResult())
                .isInstanceOfSatisfying(
                        DuplicateCommandException.class,
                        duplicate ->
                                assertThat(duplicate.recorded().lastPosition()).isEqualTo(2));
        assertThat(send(new Deposit("a", 0)).getPayload()).isEqualTo(5);
    }

    // ---- one commit for each unit of work

    @Test
    void events_of_two_aggregates_in_one_unit_of_work_are_one_commit() {
        carriedOut(new Open("a"));
        carriedOut(new Open("b"));

        inUnitOfWork(() -> {
            CommitContext.command(COMMAND);
            deposit("a", 1);
            deposit("b", 2);
            deposit("a", 3);
        });

        var commit = ledger.findCommand("kim", "c-1").orElseThrow();
        assertThat(commit.number()).isEqualTo(3);
        assertThat(commit.events()).extracting(RecordedEvent::stream).containsExactly("a", "b", "a");
        assertThat(commit.events()).extracting(RecordedEvent::sequence).containsExactly(1L, 1L, 2L);
    }

    @Test
    void a_nested_unit_of_work_commits_with_its_root() {
        carriedOut(new Open("a"));

        inUnitOfWork(() -> {
            deposit("a", 1);
            inUnitOfWork(() -> {
                CommitContext.command(COMMAND);
                deposit("a", 2);
            });
            assertThat(ledger.head()).as("before the root commits").isEqualTo(1);
        });

        assertThat(ledger.findCommand("kim", "c-1").orElseThrow().events()).hasSize(2);
    }

    @Test
    void what_a_nested_unit_of_work_gave_up_is_not_in_the_commit_of_its_root() {
        carriedOut(new Open("a"));
        carriedOut(new Open("b"));

        inUnitOfWork(() -> {
            var nested = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("nested"));
            deposit("b", 2);
            nested.rollback();
            deposit("a", 1);
        });

        assertThat(ledger.read(2, 10)).extracting(RecordedEvent::stream).containsExactly("a");
    }

    @Test
    void a_failure_while_the_commit_is_prepared_leaves_nothing_behind() {
        carriedOut(new Open("a"));
        store.subscribe(events -> {
            throw new IllegalStateException("A subscriber fails after the engine was called.");
        });

        assertThatThrownBy(() -> inUnitOfWork(() -> deposit("a", 1))).hasMessageContaining("A subscriber fails");

        assertThat(ledger.head()).isEqualTo(1);
    }

    @Test
    void whatever_else_is_still_to_be_prepared_may_fail_before_anything_is_recorded() {
        carriedOut(new Open("a"));
        store.subscribe(events -> CurrentUnitOfWork.get().onPrepareCommit(unitOfWork -> {
            throw new IllegalStateException("The last to prepare fails.");
        }));

        assertThatThrownBy(() -> inUnitOfWork(() -> deposit("a", 1))).hasMessageContaining("The last to prepare");

        assertThat(ledger.head()).isEqualTo(1);
    }

    @Test
    void events_that_a_subscriber_publishes_join_the_commit() {
        carriedOut(new Open("a"));
        store.subscribe(events -> {
            if (events.getFirst().getPayload() instanceof Deposited deposited && deposited.amount() == 1) {
                store.publish(event("a", 2, new Deposited("a", 7)));
            }
        });

        inUnitOfWork(() -> deposit("a", 1));

        assertThat(ledger.read(1, 10)).extracting(RecordedEvent::commit).containsExactly(2L, 2L);
    }

    @Test
    void an_event_that_comes_after_the_commit_is_refused() {
        assertThatThrownBy(() -> inUnitOfWork(() -> {
                    var unitOfWork = CurrentUnitOfWork.get();
                    unitOfWork.onCommit(late -> engine.appendEvents(event("a", 0, new Opened("a"))));
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("have been appended");
        assertThat(ledger.head()).isZero();
    }

    @Test
    void outside_a_unit_of_work_events_are_appended_at_once() {
        engine.appendEvents(event("a", 0, new Opened("a")), event("b", 0, new Opened("b")));

        assertThat(ledger.read(0, 10)).extracting(RecordedEvent::commit).containsExactly(1L, 1L);
    }

    // ---- errors as Axon expects them

    @Test
    void a_stream_that_exists_cannot_be_created() {
        carriedOut(new Open("a"));

        assertThat(send(new Open("a")).exceptionResult()).isInstanceOf(AggregateStreamCreationException.class);
    }

    @Test
    void a_stream_that_has_moved_is_a_concurrency_exception_and_the_unit_of_work_is_rolled_back() {
        carriedOut(new Open("a"));
        var rolledBack = new AtomicReference<>(false);

        assertThatThrownBy(() -> inUnitOfWork(() -> {
                    CurrentUnitOfWork.get().onRollback(unitOfWork -> rolledBack.set(true));
                    deposit("a", 1);
                    appendElsewhere("a", 1);
                }))
                .isInstanceOf(ConcurrencyException.class);

        assertThat(rolledBack.get()).isTrue();
        assertThat(ledger.head()).isEqualTo(2);
    }

    @Test
    void a_head_that_has_moved_is_a_concurrency_exception() {
        carriedOut(new Open("a"));

        assertThatThrownBy(() -> inUnitOfWork(() -> {
                    CommitContext.expectedHead(ledger.head());
                    deposit("a", 1);
                    appendElsewhere("b", 0);
                }))
                .isInstanceOf(ConcurrencyException.class);

        inUnitOfWork(() -> {
            CommitContext.expectedHead(ledger.head());
            deposit("a", 1);
        });
        assertThat(ledger.lastSequence("a")).isEqualTo(1);
    }

    @Test
    void a_store_that_cannot_be_reached_is_an_event_store_exception() {
        ledger.close();

        assertThatThrownBy(() -> engine.appendEvents(event("a", 0, new Opened("a"))))
                .isInstanceOf(EventStoreException.class)
                .hasCauseInstanceOf(LedgerException.class);
    }

    @Test
    void metadata_that_is_no_string_is_refused_by_name() {
        assertThatThrownBy(
                        () -> engine.appendEvents(event("b", 0, new Opened("b")).andMetaData(Map.of("amount", 5L))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("amount")
                .hasMessageContaining("java.lang.Long");
        assertThat(ledger.lastSequence("b")).isEqualTo(-1);
    }

    @Test
    void an_event_without_a_name_cannot_be_stored() {
        assertThatThrownBy(() -> engine.appendEvents(event("a", 0, List.of("no event"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no stored name");
    }

    // ---- reading

    @Test
    void messages_read_say_what_was_published_and_when_it_was_recorded() {
        var published = event("accounts/a", 0, new Opened("a")).andMetaData(Map.of("actor", "kim"));
        clock.set(Instant.parse("2026-04-01T00:00:00.5Z"));
        engine.appendEvents(published);

        var read = engine.readEvents("accounts/a", 0).next();
        assertThat(read.getIdentifier()).isEqualTo(published.getIdentifier());
        assertThat(read.getPayload()).isEqualTo(new Opened("a"));
        assertThat(read.getMetaData()).isEqualTo(published.getMetaData());
        assertThat(read.getTimestamp()).isEqualTo("2026-04-01T00:00:00.5Z");
        assertThat(read.getType()).isEqualTo("accounts");
        assertThat(read.getSequenceNumber()).isZero();
    }

    @Test
    void an_event_of_no_aggregate_comes_back_as_one_of_no_aggregate() {
        engine.appendEvents(new GenericEventMessage<>(new Opened("a")), event("b", 0, new Opened("b")));

        var read = tracked();
        assertThat(read.get(0)).isNotInstanceOf(DomainEventMessage.class);
        assertThat(read.get(0).getPayload()).isEqualTo(new Opened("a"));
        assertThat(read.get(1)).isInstanceOf(DomainEventMessage.class);
    }

    @Test
    void tokens_are_positions_and_read_on_after_themselves() {
        for (var n = 0; n < 7; n++) {
            engine.appendEvents(event("s" + n, 0, new Opened("s" + n)));
        }

        assertThat(tracked())
                .extracting(TrackedEventMessage::trackingToken)
                .containsExactly(tokens(1, 2, 3, 4, 5, 6, 7));
        assertThat(engine.readEvents(new GlobalSequenceTrackingToken(4), false).<Object>map(EventMessage::getPayload))
                .containsExactly(new Opened("s4"), new Opened("s5"), new Opened("s6"));
        assertThat(engine.createTailToken()).isEqualTo(new GlobalSequenceTrackingToken(0));
        assertThat(engine.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(7));
    }

    @Test
    void a_token_at_a_moment_stands_before_the_first_event_recorded_then_or_later() {
        var noon = Instant.parse("2026-03-01T12:00:00Z");
        for (var n = 0; n < 5; n++) {
            clock.set(noon.plusSeconds(10L * n));
            engine.appendEvents(event("s" + n, 0, new Opened("a")), event("t" + n, 0, new Opened("b")));
        }

        assertThat(engine.createTokenAt(noon.minusSeconds(1))).isEqualTo(new GlobalSequenceTrackingToken(0));
        assertThat(engine.createTokenAt(noon)).isEqualTo(new GlobalSequenceTrackingToken(0));
        assertThat(engine.createTokenAt(noon.plusMillis(1))).isEqualTo(new GlobalSequenceTrackingToken(2));
        assertThat(engine.createTokenAt(noon.plusSeconds(20))).isEqualTo(new GlobalSequenceTrackingToken(4));
        assertThat(engine.createTokenAt(noon.plusSeconds(40))).isEqualTo(new GlobalSequenceTrackingToken(8));
        assertThat(engine.createTokenAt(noon.plusSeconds(41))).isEqualTo(new GlobalSequenceTrackingToken(10));
    }

    @Test
    void a_type_that_nobody_knows_stops_the_reader_and_is_named_with_its_place() {
        engine.appendEvents(event("a", 0, new Opened("a")));
        appendRaw("a", 1, "account-blessed", 3, "{}");

        assertThatThrownBy(this::tracked)
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("account-blessed")
                .hasMessageContaining("revision 3")
                .hasMessageContaining("position 2");
        assertThat(send(new Deposit("a", 1)).exceptionResult()).isInstanceOf(UnreadableEventException.class);
    }

    @Test
    void a_revision_that_nothing_lifts_stops_the_reader_and_is_named_with_its_place() {
        appendRaw("a", 0, "money-deposited", 1, "{\"account\":\"a\",\"cents\":500}");

        assertThatThrownBy(this::tracked)
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("money-deposited")
                .hasMessageContaining("revision 1")
                .hasMessageContaining("position 1");
    }

    @Test
    void an_upcaster_lifts_an_old_revision_for_streams_and_for_readers_of_all() {
        appendRaw("a", 0, "money-deposited", 1, "{\"account\":\"a\",\"cents\":500}");
        var lifting = LedgerEventStorageEngine.builder()
                .ledger(ledger)
                .codec(Account.CODEC)
                .upcasterChain(new CentsToDollars())
                .build();

        assertThat(lifting.readEvents("a", 0).next().getPayload()).isEqualTo(new Deposited("a", 5));
        assertThat(lifting.readEvents(null, false).<Object>map(EventMessage::getPayload))
                .containsExactly(new Deposited("a", 5));
    }

    @Test
    void a_stream_whose_last_event_is_dropped_by_an_upcaster_still_says_where_it_ends() {
        engine.appendEvents(event("a", 0, new Opened("a")), event("a", 1, new Deposited("a", 5)));
        EventUpcaster dropping =
                events -> events.filter(event -> !event.getType().getName().equals("money-deposited"));
        var stream = LedgerEventStorageEngine.builder()
                .ledger(ledger)
                .codec(Account.CODEC)
                .upcasterChain(dropping)
                .build()
                .readEvents("a", 0);

        assertThat(stream.asStream().<Object>map(EventMessage::getPayload)).containsExactly(new Opened("a"));
        assertThat(stream.getLastSequenceNumber()).isEqualTo(1);
    }

    private static final class CentsToDollars extends SingleEventUpcaster {
        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().equals(new SimpleSerializedType("money-deposited", "1"));
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcastPayload(new SimpleSerializedType("money-deposited", "2"), ObjectNode.class, old -> {
                old.put("amount", old.remove("cents").asInt() / 100);
                return old;
            });
        }
    }

    // ---- helpers

    private void carriedOut(Object command) {
        assertThat(send(command).optionalExceptionResult()).isEmpty();
    }

    private void carriedOut(Object command, CommandKey key) {
        assertThat(send(command, key).optionalExceptionResult()).isEmpty();
    }

    private CommandResultMessage<?> send(Object command) {
        var results = new ArrayList<CommandResultMessage<?>>();
        commands.dispatch(GenericCommandMessage.asCommandMessage(command), (sent, result) -> results.add(result));
        return results.getFirst();
    }

    private CommandResultMessage<?> send(Object command, CommandKey key) {
        var interceptor = commands.registerHandlerInterceptor((unitOfWork, chain) -> {
            CommitContext.command(key);
            return chain.proceed();
        });
        try {
            return send(command);
        } finally {
            interceptor.cancel();
        }
    }

    private void deposit(String account, int amount) {
        accounts.load(account).execute(loaded -> loaded.handle(new Deposit(account, amount)));
    }

    private static void inUnitOfWork(Runnable work) {
        var unitOfWork = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("test"));
        var result = unitOfWork.executeWithResult(() -> {
            work.run();
            return "done";
        });
        if (result.isExceptional() && result.exceptionResult() instanceof RuntimeException failure) {
            throw failure;
        }
        assertThat(result.getPayload()).isEqualTo("done");
    }

    private void appendElsewhere(String stream, long sequence) {
        appendRaw(stream, sequence, "money-deposited", 2, "{\"account\":\"%s\",\"amount\":9}".formatted(stream));
    }

    private void appendRaw(String stream, long sequence, String type, int revision, String payload) {
        ledger.append(Commit.of(new NewEvent(
                stream,
                sequence,
                stream + "@" + sequence,
                type,
                revision,
                payload.getBytes(UTF_8),
                "{}".getBytes(UTF_8))));
    }

    private static DomainEventMessage<Object> event(String stream, long sequence, Object payload) {
        return new GenericDomainEventMessage<>("Account", stream, sequence, payload);
    }

    private List<TrackedEventMessage<?>> tracked() {
        return List.copyOf(engine.readEvents(null, false).toList());
    }

    private static GlobalSequenceTrackingToken[] tokens(long... positions) {
        var tokens = new GlobalSequenceTrackingToken[positions.length];
        for (var n = 0; n < positions.length; n++) {
            tokens[n] = new GlobalSequenceTrackingToken(positions[n]);
        }
        return tokens;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }
}
