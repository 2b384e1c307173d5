package centralcommand.schedule.network;

import static centralcommand.schedule.calendar.WorkCalendar.EVERY_DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centralcommand.schedule.calendar.WorkCalendar;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks that were published with their answers. */
class WorkedNetworksTest {
    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    private static Link<String> after(String from, String to) {
        return new Link<>(from, to, LinkType.FINISH_TO_START, 0);
    }

    private static Activity<String> activity(String key, int duration) {
        return new Activity<>(key, duration, EVERY_DAY);
    }

    private static long length(EarlyDates<?> dates) {
        return START.until(dates.end(), ChronoUnit.DAYS) + 1;
    }

    /** Vanhoucke 2014, project 1. */
    @Test
    void seventeen_activities() {
        var durations = List.of(1, 2, 2, 4, 3, 3, 3, 2, 1, 1, 2, 1, 1, 1, 1, 2, 1);
        var activities = IntStream.range(0, 17)
                .mapToObj(n -> activity(String.valueOf(n + 1), durations.get(n)))
                .toList();
        var links = new ArrayList<Link<String>>();
        Stream.of(
                        "1>2", "1>3", "2>4", "2>5", "2>6", "3>7", "3>8", "3>9", "3>10", "4>11", "5>11", "6>11", "7>12",
                        "8>13", "9>14", "10>15")
                .map(pair -> pair.split(">"))
                .forEach(pair -> links.add(after(pair[0], pair[1])));
        for (var from = 11; from <= 15; from++) {
            links.add(after(String.valueOf(from), "16"));
            links.add(after(String.valueOf(from), "17"));
        }

        var early = Network.of(activities, links).early(START, key -> null);
        var floats = early.floats();

        assertThat(length(early)).isEqualTo(11);
        assertThat(floats.critical()).containsExactly("1", "2", "4", "11", "16");
        assertThat(early.drivingPath("16")).containsExactly("1", "2", "4", "11", "16");
        assertThat(activities.stream().map(Activity::key).map(floats::total))
                .containsExactly(0, 0, 2, 0, 1, 1, 2, 3, 4, 4, 0, 2, 3, 4, 4, 0, 1);
        assertThat(activities.stream().map(Activity::key).map(floats::free))
                .containsExactly(0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 2, 3, 4, 4, 0, 1);
    }

    /** Seabee manual: early finish 10 and late finish 12 leave 2 days in all; the next one starts at 11, so 1 of them is free. */
    @Test
    void total_float_that_is_free_in_part() {
        var activities =
                List.of(activity("own", 10), activity("other", 11), activity("next", 1), activity("longest", 13));
        var early = Network.of(activities, List.of(after("own", "next"), after("other", "next")))
                .early(START, key -> null);
        var floats = early.floats();

        assertThat(START.until(early.finish("own"), ChronoUnit.DAYS) + 1).isEqualTo(10);
        assertThat(START.until(floats.lateFinish("own"), ChronoUnit.DAYS) + 1).isEqualTo(12);
        assertThat(START.until(early.start("next"), ChronoUnit.DAYS)).isEqualTo(11);
        assertThat(floats.total("own")).isEqualTo(2);
        assertThat(floats.free("own")).isEqualTo(1);
    }

    @Test
    void seven_activities_with_free_float() {
        var activities = Stream.of("A1", "B3", "C2", "D3", "E3", "F2", "G2")
                .map(text -> activity(text.substring(0, 1), Integer.parseInt(text.substring(1))))
                .toList();
        var links = Stream.of("AB", "AC", "BD", "CE", "DF", "EF", "FG")
                .map(pair -> after(pair.substring(0, 1), pair.substring(1)))
                .toList();

        var early = Network.of(activities, links).early(START, key -> null);
        var floats = early.floats();

        assertThat(length(early)).isEqualTo(11);
        assertThat(activities.stream().map(Activity::key).map(floats::total)).containsExactly(0, 0, 1, 0, 1, 0, 0);
        assertThat(activities.stream().map(Activity::key).map(floats::free)).containsExactly(0, 0, 0, 0, 1, 0, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "FINISH_TO_START, 0, 8",
        "FINISH_TO_START, 2, 10",
        "FINISH_TO_START, -2, 6",
        "FINISH_TO_FINISH, 0, 5",
        "FINISH_TO_FINISH, 2, 7",
        "START_TO_START, 0, 5",
        "START_TO_START, 2, 7"
    })
    void every_type_of_link(LinkType type, int lag, int length) {
        var activities = List.of(activity("begin", 1), activity("A", 3), activity("B", 3), activity("end", 1));
        var links = List.of(after("begin", "A"), new Link<>("A", "B", type, lag), after("B", "end"));

        assertThat(length(Network.of(activities, links).early(START, key -> null)))
                .isEqualTo(length);
    }

    @Test
    void what_must_be_done_too_early_has_negative_float() {
        var network = Network.of(List.of(activity("A", 5), activity("B", 5)), List.of(after("A", "B")));
        var floats = network.early(START, key -> null).floats(START.plusDays(6));

        assertThat(floats.total("A")).isEqualTo(-3);
        assertThat(floats.total("B")).isEqualTo(-3);
        assertThat(floats.lateStart("A")).isEqualTo(START.minusDays(3));
        assertThat(floats.free("A")).isZero();
        assertThat(floats.free("B")).isZero();
    }

    @Test
    void a_circle_is_refused_and_named() {
        var activities =
                Stream.of("a", "b", "c", "d").map(key -> activity(key, 1)).toList();
        assertThatThrownBy(() -> Network.of(
                        activities, List.of(after("a", "b"), after("b", "c"), after("c", "d"), after("d", "b"))))
                .isInstanceOfSatisfying(
                        CycleException.class,
                        cycle -> assertThat(cycle.path()).hasSize(3).asList().containsExactlyInAnyOrder("b", "c", "d"))
                .hasMessageContaining("→");
        assertThatThrownBy(() -> Network.of(List.of(activity("a", 1)), List.of(after("a", "a"))))
                .hasMessage("These wait for each other in a circle: a → a.");
    }

    @Test
    void a_report_is_believed_of_others_and_the_implied_date_stands_beside_it() {
        var network = Network.of(
                List.of(activity("permit", 0), activity("build", 10), activity("open", 0)),
                List.of(after("permit", "build"), after("build", "open")));
        var permit = START.plusDays(40);
        var promised = START.plusDays(20);

        var early = network.early(START, key -> switch (key) {
            case "permit" -> new Reported.Forecast(permit);
            case "open" -> new Reported.Forecast(promised);
            default -> null;
        });

        assertThat(early.finish("permit")).isEqualTo(permit);
        assertThat(early.implied("permit")).isEmpty();
        assertThat(early.start("build")).isEqualTo(permit.plusDays(1));
        assertThat(early.implied("open")).contains(permit.plusDays(10)).get().isNotEqualTo(promised);
        assertThat(early.drivingPath("open")).containsExactly("permit", "build", "open");
    }

    @Test
    void what_is_done_is_done_whatever_it_should_have_waited_for() {
        var network =
                Network.of(List.of(activity("permit", 0), activity("build", 10)), List.of(after("permit", "build")));
        var early = network.early(
                START,
                key -> key.equals("permit")
                        ? new Reported.Forecast(START.plusDays(40))
                        : new Reported.Actual(START.plusDays(12)));

        assertThat(early.finish("build")).isEqualTo(START.plusDays(12));
        assertThat(early.start("build")).isEqualTo(START.plusDays(3));
        assertThat(early.implied("build")).contains(START.plusDays(50));

        var floats = early.floats();
        assertThat(floats.total("permit")).isZero();
        assertThat(floats.free("permit")).isZero();
        assertThat(floats.lateFinish("permit")).isEqualTo(early.finish("permit"));
        assertThat(floats.total("build")).isZero();
        assertThat(floats.free("build")).isZero();
        assertThat(floats.lateFinish("build")).isEqualTo(early.finish("build"));
        assertThat(floats.critical()).containsExactly("permit");
    }

    @Test
    void when_all_is_done_nothing_is_critical() {
        var network = Network.of(List.of(activity("A", 5)), List.<Link<String>>of());
        var early = network.early(START, key -> new Reported.Actual(START.plusDays(9)));

        assertThat(early.floats(START).critical()).isEmpty();
        assertThat(early.floats(START).total("A")).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_day_that_an_owner_gives_stands_even_if_nobody_works_then(boolean actual) {
        var federal = WorkCalendar.federal(List.of());
        var network = Network.of(
                List.of(
                        new Activity<>("build", 3, federal),
                        activity("inspect", 1),
                        new Activity<>("open", 1, federal)),
                List.of(after("build", "inspect"), after("build", "open")));
        var monday = LocalDate.of(2026, 3, 2);
        var saturday = monday.plusDays(5);
        var reported = actual ? new Reported.Actual(saturday) : new Reported.Forecast(saturday);

        var early = network.early(monday, key -> key.equals("build") ? reported : null);

        assertThat(early.finish("build")).isEqualTo(saturday);
        assertThat(early.start("build")).isEqualTo(monday.plusDays(2));
        assertThat(early.start("inspect")).isEqualTo(saturday.plusDays(1));
        assertThat(early.start("open")).isEqualTo(saturday.plusDays(2));
        assertThat(early.floats().lateFinish("build")).isEqualTo(saturday);
    }

    @Test
    void a_milestone_that_waits_for_nothing_is_reached_before_the_first_day() {
        var early = Network.of(List.of(activity("notice", 0), activity("build", 2)), List.of(after("notice", "build")))
                .early(START, key -> null);

        assertThat(early.start("notice")).isEqualTo(START);
        assertThat(early.finish("notice")).isEqualTo(START.minusDays(1));
        assertThat(early.start("build")).isEqualTo(START);
    }

    @Test
    void floats_are_right_up_to_the_last_day_of_the_calendar() {
        var network = Network.of(
                List.of(activity("A", 2), activity("B", 2)), List.of(new Link<>("A", "B", LinkType.START_TO_START, 0)));
        var floats = network.early(LocalDate.of(2199, 12, 30), key -> null).floats();

        assertThat(floats.total("A")).isZero();
        assertThat(floats.free("A")).isZero();
    }

    @Test
    void a_network_of_nothing_is_refused() {
        assertThatThrownBy(() -> Network.of(List.<Activity<String>>of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one activity");
    }
}
