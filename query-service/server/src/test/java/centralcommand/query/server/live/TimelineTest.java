package centralcommand.query.server.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centralcommand.command.contract.catalog.EventCatalog;
import centralcommand.command.contract.shared.Washington;
import centralcommand.ledger.Commit;
import centralcommand.ledger.EventCodec;
import centralcommand.ledger.EventNames;
import centralcommand.ledger.Ledger;
import centralcommand.ledger.sqlite.SqliteLedger;
import centralcommand.query.server.portfolio.Fact;
import centralcommand.query.server.portfolio.World;
import centralcommand.query.server.told.History;
import centralcommand.query.server.told.Sample;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class TimelineTest {
    private static final Instant NOW = Instant.parse("2026-01-05T15:00:00Z");

    @TempDir
    private Path folder;

    private SqliteLedger ledger;
    private FactReader reader;
    private List<Fact<?>> facts;
    private final AtomicLong eventsRead = new AtomicLong();

    @BeforeEach
    void the_sample_stands_in_a_ledger() {
        ledger = SqliteLedger.open(folder.resolve("ledger.db"), new SecondBySecond());
        EventCodec codec = new EventCodec(
                JsonMapper.builder().build(),
                EventNames.of(EventCatalog.EVENTS.stream()
                        .collect(Collectors.toMap(
                                EventCatalog.StoredName::type,
                                stored -> new EventNames.Name(stored.name(), stored.revision())))));
        reader = new FactReader(counting(ledger), codec);
        Sample.history().facts().stream()
                .map(fact -> codec.encode(
                        fact.stream(),
                        fact.sequence(),
                        "event-" + fact.position(),
                        fact.event(),
                        fact.by().toMetadata()))
                .gather(Gatherers.windowFixed(5))
                .map(Commit::of)
                .forEach(ledger::append);
        facts = reader.after(0, 10_000);
    }

    /** Every reading is later than the one before. */
    private static final class SecondBySecond extends Clock {
        private final AtomicLong readings = new AtomicLong();

        @Override
        public Instant instant() {
            return NOW.plusSeconds(readings.getAndIncrement());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void the_end_of_a_day_is_kept_only_when_the_day_is_over() {
        Timeline timeline = new Timeline(reader, 25);
        LocalDate today = Washington.day(NOW);
        facts.subList(0, 100).forEach(timeline::fold);
        assertThat(timeline.endOf(today).position()).isEqualTo(100);
        facts.subList(100, facts.size()).forEach(timeline::fold);
        assertThat(timeline.endOf(today).position()).isEqualTo(facts.size());
        assertThat(timeline.endOf(today.minusDays(1)).position()).isZero();
        long read = eventsRead.get();
        assertThat(timeline.endOf(today.minusDays(1))).isSameAs(timeline.endOf(today.minusDays(1)));
        assertThat(eventsRead.get()).isEqualTo(read);
    }

    private Ledger counting(Ledger counted) {
        return (Ledger) Proxy.newProxyInstance(
                Ledger.class.getClassLoader(), new Class<?>[] {Ledger.class}, (ignored, method, arguments) -> {
                    Object answer = method.invoke(counted, arguments);
                    if (method.getName().equals("read")) {
                        eventsRead.addAndGet(((List<?>) answer).size());
                    }
                    return answer;
                });
    }

    private long eventsReadBy(Runnable look) {
        long before = eventsRead.get();
        look.run();
        return eventsRead.get() - before;
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private Timeline followed(int stride) {
        Timeline timeline = new Timeline(reader, stride);
        facts.forEach(timeline::fold);
        return timeline;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 25, 100_000})
    void live_equals_rebuilt_equals_as_of_the_head_byte_for_byte(int stride) {
        Timeline timeline = followed(stride);
        String rebuilt = History.fold(facts).toString();
        assertThat(timeline.live().toString()).isEqualTo(rebuilt);
        assertThat(timeline.at(facts.size()).toString()).isEqualTo(rebuilt);
        assertThat(timeline.before(facts.getLast().recordedAt().plusMillis(1)).toString())
                .isEqualTo(rebuilt);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100_000})
    void any_earlier_position_is_the_fold_of_what_was_recorded_by_then(int stride) {
        Timeline timeline = followed(stride);
        for (int position = 0; position < facts.size(); position += 13) {
            assertThat(timeline.at(position).toString())
                    .as("position %d", position)
                    .isEqualTo(History.fold(facts.subList(0, position)).toString());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100_000})
    void any_earlier_moment_is_the_fold_of_what_was_recorded_before_it(int stride) {
        Timeline timeline = followed(stride);
        for (int position = 0; position < facts.size(); position += 13) {
            Instant moment = facts.get(position).recordedAt();
            assertThat(timeline.before(moment).toString())
                    .as("before %s", moment)
                    .isEqualTo(foldBefore(moment));
        }
    }

    private String foldBefore(Instant moment) {
        return History.fold(facts.stream()
                        .filter(fact -> fact.recordedAt().isBefore(moment))
                        .toList())
                .toString();
    }

    @Test
    void worlds_that_there_was_no_room_for_are_folded_anew() {
        Timeline timeline = followed(7);
        int position = facts.size() / 2;
        timeline.dropKept();
        assertThat(timeline.at(position).toString())
                .isEqualTo(History.fold(facts.subList(0, position)).toString());
        timeline.dropKept();
        Instant moment = facts.get(position).recordedAt();
        assertThat(timeline.before(moment).toString()).isEqualTo(foldBefore(moment));
        assertThat(timeline.at(facts.size())).isSameAs(timeline.live());
    }

    @Test
    void a_world_that_was_folded_anew_is_kept_so_the_next_look_near_there_folds_a_few_events() {
        Timeline timeline = followed(7);
        int position = 24 * 7 + 6; // one before the first world that is held
        Instant moment = facts.get(position - 1).recordedAt();
        timeline.dropKept();
        long first = eventsReadBy(() -> timeline.at(position));
        assertThat(first).isGreaterThanOrEqualTo(position);
        for (int near = 0; near < position; near += 3) {
            int earlier = position - near;
            assertThat(eventsReadBy(() -> timeline.at(earlier)))
                    .as("position %d", earlier)
                    .isLessThanOrEqualTo(7);
        }
        assertThat(eventsReadBy(() -> timeline.before(moment))).isLessThanOrEqualTo(2 * 7);
    }

    @Test
    void where_all_was_dropped_that_could_be_no_look_folds_more_than_a_quarter_of_a_long_history() {
        assertThat(facts.size()).isGreaterThan(200);
        Timeline timeline = followed(1);
        for (int position = 0; position < facts.size(); position += 13) {
            int looked = position;
            timeline.dropKept();
            assertThat(eventsReadBy(() -> timeline.at(looked)))
                    .as("position %d", position)
                    .isLessThanOrEqualTo(facts.size() / 4);
        }
    }

    @Test
    void what_is_read_back_from_the_ledger_is_what_was_recorded() {
        assertThat(facts.stream().map(Fact::event).toList())
                .isEqualTo(Sample.history().facts().stream().map(Fact::event).toList());
    }

    @Test
    void nothing_was_known_before_the_first_event() {
        assertThat(followed(7).before(facts.getFirst().recordedAt())).isEqualTo(World.EMPTY);
    }

    @Test
    void a_batch_told_again_changes_nothing_and_a_gap_stops_the_fold() {
        Timeline timeline = new Timeline(reader, 7);
        facts.subList(0, 10).forEach(timeline::fold);
        World before = timeline.live();
        facts.subList(5, 10).forEach(timeline::fold);
        assertThat(timeline.live()).isSameAs(before);
        assertThatThrownBy(() -> timeline.fold(facts.get(11)))
                .hasMessage("The event at position 12 came after that at 10: one is missing.");
        assertThat(timeline.live()).isSameAs(before);
    }

    @Test
    void waiting_for_a_position_ends_when_it_is_folded_or_time_is_up() throws Exception {
        Timeline timeline = followed(7);
        assertThat(timeline.await(facts.size(), Duration.ZERO)).isTrue();
        assertThat(timeline.await(facts.size() + 1, Duration.ofMillis(1))).isFalse();
    }
}
