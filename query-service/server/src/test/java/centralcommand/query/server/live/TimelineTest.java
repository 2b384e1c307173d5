package centralcommand.query.server.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centralcommand.command.contract.catalog.EventCatalog;
import centralcommand.ledger.Commit;
import centralcommand.ledger.EventCodec;
import centralcommand.ledger.EventNames;
import centralcommand.ledger.sqlite.SqliteLedger;
import centralcommand.query.server.portfolio.Fact;
import centralcommand.query.server.portfolio.World;
import centralcommand.query.server.told.History;
import centralcommand.query.server.told.Sample;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
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

    @BeforeEach
    void the_sample_stands_in_a_ledger() {
        ledger = SqliteLedger.open(folder.resolve("ledger.db"), Clock.fixed(NOW, ZoneOffset.UTC));
        EventCodec codec = new EventCodec(
                JsonMapper.builder().build(),
                EventNames.of(EventCatalog.EVENTS.stream()
                        .collect(Collectors.toMap(
                                EventCatalog.StoredName::type,
                                stored -> new EventNames.Name(stored.name(), stored.revision())))));
        reader = new FactReader(ledger, codec);
        ledger.append(Commit.of(Sample.history().facts().stream()
                .map(fact -> codec.encode(
                        fact.stream(),
                        fact.sequence(),
                        "event-" + fact.position(),
                        fact.event(),
                        fact.by().toMetadata()))
                .toList()));
        facts = reader.after(0, 10_000);
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
        assertThat(timeline.before(NOW.plusMillis(1)).toString()).isEqualTo(rebuilt);
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

    @Test
    void worlds_that_there_was_no_room_for_are_folded_anew() {
        Timeline timeline = followed(7);
        timeline.dropKept();
        int position = facts.size() / 2;
        String expected = History.fold(facts.subList(0, position)).toString();
        assertThat(timeline.at(position).toString()).isEqualTo(expected);
        assertThat(timeline.before(facts.get(position).recordedAt()).position())
                .isLessThanOrEqualTo(facts.get(position).position());
        assertThat(timeline.at(facts.size())).isSameAs(timeline.live());
    }

    @Test
    void what_is_read_back_from_the_ledger_is_what_was_recorded() {
        assertThat(facts.stream().map(Fact::event).toList())
                .isEqualTo(Sample.history().facts().stream().map(Fact::event).toList());
    }

    @Test
    void nothing_was_known_before_the_first_event() {
        assertThat(followed(7).before(NOW)).isEqualTo(World.EMPTY);
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
