package centralcommand.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.web.chart.Lanes.Group;
import centralcommand.web.chart.ScheduleChart.Arrow;
import centralcommand.web.chart.ScheduleChart.Line;
import centralcommand.web.chart.TimelineChart.Period;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScheduleChartTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 2);

    private static Period day(String day) {
        return new Period(LocalDate.parse(day), LocalDate.parse(day));
    }

    private static Line line(String key, @Nullable Period expected, @Nullable Period implied, boolean hidden) {
        return new Line(
                key,
                "Title of <" + key + ">",
                "Program",
                "/milestones/" + key,
                List.of(day("2026-01-31")),
                null,
                expected,
                null,
                implied,
                null,
                List.of(),
                false,
                hidden,
                "words");
    }

    private static ScheduleChart chart(Line... lines) {
        return new ScheduleChart(
                List.of(new Group<>("Plant", List.of(lines)), new Group<>("In other programs", List.of())),
                List.of(new Arrow("a", "b", true), new Arrow("a", "gone", false)),
                TODAY);
    }

    @Test
    void what_follows_is_a_mark_of_its_own_and_filled_only_where_it_is_hidden() {
        Period spring = new Period(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 11, 30));
        assertThat(chart(line("a", day("2026-09-30"), spring, true)).lanes())
                .contains("schedule-implied-mark schedule-hidden", "class=\"schedule-implied\"");
        assertThat(chart(line("a", day("2026-12-31"), spring, false)).lanes())
                .contains("schedule-implied-mark")
                .doesNotContain("schedule-hidden");
    }

    @Test
    void an_arrow_joins_two_marks_and_one_to_what_has_no_date_is_left_out() {
        String both = chart(line("a", day("2026-09-30"), null, false), line("b", day("2026-12-31"), null, false))
                .lanes();
        assertThat(both.split("schedule-arrow", -1)).hasSize(2);
        assertThat(chart(line("a", day("2026-09-30"), null, false), line("b", null, null, false))
                        .lanes())
                .doesNotContain("schedule-arrow");
    }

    @Test
    void titles_are_escaped_and_empty_groups_left_out() {
        ScheduleChart chart = chart(line("a", day("2026-09-30"), null, false));
        assertThat(chart.names()).contains("Title of &lt;a&gt;").doesNotContain("In other programs");
        assertThat(new ScheduleChart(List.of(), List.of(), TODAY).isEmpty()).isTrue();
    }
}
