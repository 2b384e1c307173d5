package centralcommand.ledger.axon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centralcommand.ledger.Commit;
import centralcommand.ledger.Ledger;
import centralcommand.ledger.NewEvent;
import centralcommand.ledger.SteppingClock;
import centralcommand.ledger.UnreadableEventException;
import centralcommand.ledger.axon.Account.Deposited;
import centralcommand.ledger.axon.Account.Opened;
import centralcommand.ledger.sqlite.SqliteLedger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class LedgerMessageSourceTest {
    @TempDir
    private Path folder;

    private final SteppingClock clock = new SteppingClock();
    private Ledger ledger;
    private LedgerMessageSource source;

    @BeforeEach
    void start() {
        ledger = open();
        source = new LedgerMessageSource(ledger, Account.CODEC, clock);
    }

    @AfterEach
    void stop() {
        ledger.close();
    }

    private Ledger open() {
        return SqliteLedger.open(folder.resolve("ledger.sqlite"), clock);
    }

    @Test
    void a_message_says_where_it_stands_in_the_ledger_and_when_it_was_recorded() throws Exception {
        clock.set(Instant.parse("2026-04-01T00:00:00.5Z"));
        append(ledger, opened("a", 0));
        ledger.append(Commit.of(opened("b", 0), deposited("b", 1)));

        try (var stream = source.openStream(new GlobalSequenceTrackingToken(2))) {
            var message = stream.nextAvailable();

            assertThat(message.getPayload()).isEqualTo(new Deposited("b", 1));
            assertThat(message.getTimestamp()).isEqualTo("2026-04-01T00:00:00.5Z");
            assertThat(message.trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(3));
            assertThat(message).isInstanceOf(DomainEventMessage.class);
            assertThat(message.getMetaData())
                    .isEqualTo(Map.of(
                            "actor", "kim",
                            "ledger.position", "3",
                            "ledger.commit", "2",
                            "ledger.stream", "b",
                            "ledger.sequence", "1",
                            "ledger.type", "money-deposited"));
        }
    }

    @Test
    void a_stream_goes_through_more_than_one_batch_in_order_and_ends_where_the_ledger_does() throws Exception {
        for (var n = 0; n < 6; n++) {
            var events = new ArrayList<NewEvent>();
            for (var sequence = n * 200; sequence < (n + 1) * 200; sequence++) {
                events.add(opened("a", sequence));
            }
            ledger.append(Commit.of(events));
        }

        try (var stream = source.openStream(null)) {
            for (var position = 1; position <= 1_200; position++) {
                assertThat(stream.hasNextAvailable()).isTrue();
                assertThat(stream.nextAvailable().trackingToken().position()).hasValue(position);
            }
            assertThat(stream.hasNextAvailable()).isFalse();
            assertThat(stream.hasNextAvailable(20, TimeUnit.MILLISECONDS)).isFalse();
            assertThat(stream.peek()).isEmpty();
        }
    }

    @Test
    void peeking_takes_nothing_away() throws Exception {
        append(ledger, opened("a", 0));
        try (var stream = source.openStream(source.createTailToken())) {
            var peeked = stream.peek().orElseThrow();
            assertThat(stream.peek().orElseThrow()).isSameAs(peeked);
            assertThat(stream.nextAvailable()).isSameAs(peeked);
            assertThat(stream.peek()).isEmpty();
        }
    }

    @Test
    void a_waiting_reader_gets_what_another_ledger_on_the_store_appends() throws Exception {
        try (var other = open();
                var stream = source.openStream(source.createHeadToken());
                var executor = Executors.newSingleThreadExecutor()) {
            var waiting = executor.submit(stream::nextAvailable);
            append(other, opened("a", 0));

            assertThat(waiting.get(5, TimeUnit.SECONDS).getPayload()).isEqualTo(new Opened("a"));
        }
    }

    @Test
    void closing_a_stream_ends_the_wait_of_its_reader() throws Exception {
        try (var executor = Executors.newSingleThreadExecutor()) {
            var stream = source.openStream(null);
            var waiting = executor.submit(stream::nextAvailable);
            stream.close();

            assertThatThrownBy(() -> waiting.get(5, TimeUnit.SECONDS)).hasMessageContaining("closed");
        }
    }

    @Test
    void a_token_since_a_while_ago_counts_from_the_clock() {
        var noon = Instant.parse("2026-03-01T12:00:00Z");
        clock.set(noon);
        append(ledger, opened("a", 0));
        clock.set(noon.plusSeconds(60));
        append(ledger, opened("a", 1));

        assertThat(source.createTokenSince(Duration.ofSeconds(30))).isEqualTo(new GlobalSequenceTrackingToken(1));
        assertThat(source.createTokenSince(Duration.ofSeconds(90))).isEqualTo(new GlobalSequenceTrackingToken(0));
    }

    @Test
    void what_comes_before_an_unreadable_event_is_handed_out_and_then_each_look_fails() throws Exception {
        append(ledger, opened("a", 0));
        append(ledger, new NewEvent("a", 1, "a@1", "account-blessed", 4, "{}".getBytes(UTF_8), "{}".getBytes(UTF_8)));
        append(ledger, opened("a", 2));

        try (var stream = source.openStream(null)) {
            assertThat(stream.nextAvailable().getPayload()).isEqualTo(new Opened("a"));
            for (var look = 0; look < 3; look++) {
                assertThatThrownBy(stream::hasNextAvailable)
                        .isInstanceOf(UnreadableEventException.class)
                        .hasMessageContaining("account-blessed")
                        .hasMessageContaining("revision 4")
                        .hasMessageContaining("position 2");
            }
        }
    }

    @Test
    void upcasters_may_drop_whole_batches() throws Exception {
        var events = new ArrayList<NewEvent>();
        for (var n = 0; n < 1_000; n++) {
            events.add(opened("a", n));
        }
        ledger.append(Commit.of(events));
        append(ledger, deposited("a", 1_000));
        var deposits = new LedgerMessageSource(
                ledger,
                Account.CODEC,
                all -> all.filter(event -> event.getType().getName().equals("money-deposited")),
                clock);

        try (var stream = deposits.openStream(null)) {
            assertThat(stream.nextAvailable().trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(1_001));
        }
    }

    // ---- with Axon's processor

    @Test
    void a_processor_is_woken_by_an_append_and_does_not_wait_for_its_next_poll() throws Exception {
        var handled = new LinkedBlockingQueue<EventMessage<?>>();
        try (var processing = new Processing(source, handled::add)) {
            append(ledger, opened("a", 0));
            assertThat(handled.poll(10, TimeUnit.SECONDS)).isNotNull();
            var millis = new ArrayList<Long>();
            for (var n = 1; n <= 11; n++) {
                processing.letItGoIdle();
                var start = System.nanoTime();
                append(ledger, opened("a", n));
                assertThat(handled.poll(10, TimeUnit.SECONDS)).isNotNull();
                millis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
            }
            Collections.sort(millis);
            // Axon's own poll of an idle source comes every 500 ms, 250 in the middle.
            assertThat(millis.get(5)).as("median of %s", millis).isLessThan(100);
        }
    }

    @Test
    void a_processor_started_late_sees_all_of_the_past_in_order_and_then_the_present() throws Exception {
        for (var n = 0; n < 700; n++) {
            append(ledger, opened("a", n));
        }
        var positions = Collections.synchronizedList(new ArrayList<Long>());
        var complete = new CompletableFuture<Void>();
        try (var processing = new Processing(source, event -> {
            positions.add(
                    ((TrackedEventMessage<?>) event).trackingToken().position().orElseThrow());
            if (positions.size() == 701) {
                complete.complete(null);
            }
        })) {
            assertThat(processing).isNotNull();
            append(ledger, opened("a", 700));
            complete.get(20, TimeUnit.SECONDS);
        }
        assertThat(positions).hasSize(701).isSorted().doesNotHaveDuplicates();
    }

    private static final class Processing implements AutoCloseable {
        private final PooledStreamingEventProcessor processor;
        private final ScheduledExecutorService coordinator = Executors.newSingleThreadScheduledExecutor();
        private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor();

        Processing(LedgerMessageSource source, Consumer<EventMessage<?>> handler) {
            EventMessageHandler eventHandler = event -> {
                handler.accept(event);
                return null;
            };
            processor = PooledStreamingEventProcessor.builder()
                    .name("test")
                    .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                            .eventHandlers(List.of(eventHandler))
                            .build())
                    .messageSource(source)
                    .initialToken(tokens -> tokens.createTailToken())
                    .tokenStore(new InMemoryTokenStore())
                    .transactionManager(NoTransactionManager.instance())
                    .coordinatorExecutor(coordinator)
                    .workerExecutor(worker)
                    .initialSegmentCount(1)
                    .batchSize(100)
                    .build();
            processor.start();
        }

        /** Two rounds of the coordinator with nothing to do: whatever the last append set in motion has ended. */
        void letItGoIdle() throws Exception {
            for (var round = 0; round < 2; round++) {
                coordinator.submit(() -> {}).get(5, TimeUnit.SECONDS);
                worker.submit(() -> {}).get(5, TimeUnit.SECONDS);
            }
        }

        @Override
        public void close() {
            processor.shutDown();
            coordinator.shutdownNow();
            worker.shutdownNow();
        }
    }

    // ---- helpers

    private static void append(Ledger ledger, NewEvent event) {
        ledger.append(Commit.of(event));
    }

    private static NewEvent opened(String stream, long sequence) {
        return encode(stream, sequence, new Opened(stream));
    }

    private static NewEvent deposited(String stream, long sequence) {
        return encode(stream, sequence, new Deposited(stream, 1));
    }

    private static NewEvent encode(String stream, long sequence, Object event) {
        return Account.CODEC.encode(stream, sequence, stream + "@" + sequence, event, Map.of("actor", "kim"));
    }
}
