package centralcommand.schedule.network;

import static centralcommand.schedule.calendar.WorkCalendar.EVERY_DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    }
}
