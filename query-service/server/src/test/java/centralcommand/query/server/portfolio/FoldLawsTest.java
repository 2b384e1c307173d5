package centralcommand.query.server.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.catalog.EventCatalog;
import centralcommand.query.server.told.History;
import centralcommand.query.server.told.Sample;
import centralcommand.query.server.told.Story;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldLawsTest {
    private static final History SAMPLE = Sample.history();
    private static final History STORY = Story.told();

    static Stream<History> histories() {
        return Stream.of(SAMPLE, STORY);
    }

    private static Portfolio fold(List<Fact<?>> facts) {
        Portfolio portfolio = Portfolio.EMPTY;
        for (Fact<?> fact : facts) {
            portfolio = portfolio.evolve(fact);
        }
        return portfolio;
    }

    @Test
    void the_story_tells_every_kind_of_event_that_is_ever_stored() {
        assertThat(STORY.facts().stream().map(Fact::type).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(EventCatalog.EVENTS.stream()
                        .map(EventCatalog.StoredName::name)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("histories")
    void an_auditor_knows_the_plain_fold_of_everything(History history) {
        assertThat(history.world().seenBy(Audience.AUDITOR).portfolio().toString())
                .isEqualTo(fold(history.facts()).toString());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_order_in_which_facts_become_known_makes_no_difference(long seed) {
        for (History history : List.of(SAMPLE, STORY)) {
            List<Fact<?>> shuffled = new ArrayList<>(history.facts());
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(fold(shuffled).toString())
                    .isEqualTo(fold(history.facts()).toString());
        }
    }

    @ParameterizedTest
    @MethodSource("histories")
    void looking_from_a_day_equals_having_been_told_only_what_was_stated_by_then(History history) {
        Portfolio all = fold(history.facts());
        Set<LocalDate> days = new TreeSet<>();
        history.facts().forEach(fact -> days.add(fact.saidOn()));
        for (LocalDate day : days) {
            List<Fact<?>> toldByThen = history.facts().stream()
                    .<Fact<?>>map(fact -> fact)
                    .filter(fact -> !fact.isStatedAfter(day))
                    .toList();
            assertThat(all.statedBy(day).toString())
                    .as("%s", day)
                    .isEqualTo(fold(toldByThen).toString());
        }
    }

    @ParameterizedTest
    @MethodSource("histories")
    void what_an_audience_knows_is_the_fold_of_the_events_that_it_sees(History history) {
        World world = history.world();
        for (Audience audience : List.of(
                Audience.AUDITOR,
                Audience.CZAR,
                Audience.PUBLIC,
                Audience.of(History.ENERGY),
                Audience.of(History.DEFENSE))) {
            Seen seen = world.seenBy(audience);
            List<Fact<?>> visible = history.facts().stream()
                    .<Fact<?>>map(fact -> fact)
                    .filter(fact -> seen.shows(fact.position()))
                    .toList();
            assertThat(seen.portfolio().toString())
                    .as("%s", audience)
                    .isEqualTo(fold(visible).toString());
        }
    }
}
