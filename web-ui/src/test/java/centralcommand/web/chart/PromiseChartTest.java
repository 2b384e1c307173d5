package centralcommand.web.chart;

import static centralcommand.web.chart.TimelineChartTest.all;
import static centralcommand.web.chart.TimelineChartTest.number;
import static centralcommand.web.chart.TimelineChartTest.only;
import static centralcommand.web.chart.TimelineChartTest.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import centralcommand.web.chart.OutcomeChart.Column;
import centralcommand.web.chart.OutcomeChart.Line;
import centralcommand.web.chart.PromiseChart.Ahead;
import centralcommand.web.chart.PromiseChart.Kind;
import centralcommand.web.chart.PromiseChart.Mark;
import centralcommand.web.chart.TimelineChart.Period;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class PromiseChartTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Mark PROMISED = mark(Kind.PROMISED, "2022-01-10", "2024-01-01", "2024-12-31");
    private static final Mark EXPECTED = mark(Kind.EXPECTED, "2023-06-01", "2026-03-15", "2026-03-15");
    private static final Mark DOUBT = new Mark(Kind.DOUBTED, LocalDate.of(2024, 2, 1), null, "in doubt & open");

    private static Mark mark(Kind kind, String statedOn, String first, String last) {
        return new Mark(
                kind, LocalDate.parse(statedOn), new Period(LocalDate.parse(first), LocalDate.parse(last)), "said");
    }

    private static PromiseChart chart(
            List<Mark> marks, @Nullable LocalDate missed, @Nullable LocalDate warned, Ahead... ahead) {
        return new PromiseChart(
                "p", "Title", "In words", marks, TODAY, missed, warned, "579 days’ warning", List.of(ahead));
    }

    @Test
    void what_was_promised_for_later_stands_higher_and_what_was_said_later_further_right() {
        Document svg = parse(chart(List.of(PROMISED, EXPECTED), null, null).draw());
        Element promised = only(svg, "circle", "timeline-promised-mark");
        Element expected = only(svg, "circle", "timeline-expected-mark");
        assertThat(number(expected, "cx")).isGreaterThan(number(promised, "cx"));
        assertThat(number(expected, "cy")).isLessThan(number(promised, "cy"));
    }

    @Test
    void a_period_is_a_band_and_a_day_is_none() {
        Document svg = parse(chart(List.of(PROMISED, EXPECTED), null, null).draw());
        Element band = only(svg, "rect", "promise-band");
        assertThat(number(band, "y"))
                .isCloseTo(number(only(svg, "circle", "timeline-promised-mark"), "cy"), within(0.1));
        assertThat(all(svg, "rect", "promise-band promise-band-expected")).isEmpty();
    }

    @Test
    void a_doubt_stands_at_the_date_it_is_about_and_the_reached_day_is_a_diamond() {
        Mark reached = mark(Kind.REACHED, "2026-03-20", "2026-03-20", "2026-03-20");
        Document svg = parse(
                chart(List.of(PROMISED, EXPECTED, DOUBT, reached), null, null).draw());
        Element doubt = only(svg, "text", "promise-doubt");
        assertThat(number(doubt, "y"))
                .isCloseTo(number(only(svg, "circle", "timeline-expected-mark"), "cy") - 8, within(0.1));
        assertThat(doubt.getParentNode().getFirstChild().getTextContent()).isEqualTo("in doubt & open");
        assertThat(all(svg, "path", "timeline-reached-mark")).hasSize(1);
    }

    @Test
    void a_warning_reaches_from_the_first_word_to_the_missed_day_and_late_word_looks_otherwise() {
        Document early = parse(chart(List.of(PROMISED, EXPECTED), LocalDate.of(2024, 12, 31), LocalDate.of(2023, 6, 1))
                .draw());
        assertThat(number(only(early, "rect", "promise-warning"), "x"))
                .isCloseTo(number(only(early, "circle", "timeline-expected-mark"), "cx"), within(0.1));
        assertThat(only(early, "text", "promise-warning-words").getTextContent())
                .isEqualTo("579 days’ warning");
        Document late = parse(chart(List.of(PROMISED), LocalDate.of(2024, 12, 31), LocalDate.of(2025, 6, 1))
                .draw());
        assertThat(all(late, "rect", "promise-after")).hasSize(1);
        Document silent =
                parse(chart(List.of(PROMISED), LocalDate.of(2024, 12, 31), null).draw());
        assertThat(only(silent, "text", "promise-warning-words").getTextContent())
                .isEqualTo("missed, nothing said");
    }

    @Test
    void what_lies_too_far_ahead_is_named_at_the_edge_and_names_do_not_touch() {
        Document svg = parse(chart(
                        List.of(PROMISED, EXPECTED),
                        null,
                        null,
                        new Ahead(LocalDate.of(2027, 3, 1), "half"),
                        new Ahead(LocalDate.of(2027, 3, 9), "most"),
                        new Ahead(LocalDate.of(2090, 1, 1), "far"),
                        new Ahead(LocalDate.of(2095, 1, 1), "farther"))
                .draw());
        assertThat(all(svg, "path", "promise-ahead")).hasSize(2);
        List<Element> names = all(svg, "text", "promise-ahead-name");
        assertThat(names.stream().map(Element::getTextContent)).containsExactly("↑ farther", "↑ far", "most", "half");
        for (int n = 1; n < names.size(); n++) {
            assertThat(number(names.get(n), "y") - number(names.get(n - 1), "y"))
                    .isGreaterThanOrEqualTo(15.9);
        }
    }

    @Test
    void it_says_the_same_in_words_and_holds_no_style() {
        PromiseChart chart = chart(List.of(PROMISED), null, null);
        assertThat(parse(chart.draw()).getElementsByTagName("desc").item(0).getTextContent())
                .isEqualTo("In words");
        assertThat(chart.draw()).doesNotContain("style=");
        assertThat(chart.isEmpty()).isFalse();
        assertThat(chart(List.of(DOUBT), null, null).isEmpty()).isTrue();
    }

    @Test
    void outcomes_are_columns_and_days_are_found_within_them() {
        Document svg = parse(new OutcomeChart(
                        "o",
                        "Title",
                        "In words",
                        List.of(
                                new Column(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 31), 10, "January"),
                                new Column(LocalDate.of(2027, 2, 1), LocalDate.of(2027, 2, 28), 30, "February")),
                        List.of(
                                new Line(LocalDate.of(2026, 6, 1), "on file, P0"),
                                new Line(LocalDate.of(2027, 1, 31), "P50"),
                                new Line(LocalDate.of(2027, 2, 28), "P80"),
                                new Line(LocalDate.of(2027, 3, 1), "on file, P100")))
                .draw());
        List<Element> columns = all(svg, "rect", "outcome");
        assertThat(number(columns.get(1), "height")).isCloseTo(3 * number(columns.get(0), "height"), within(0.2));
        List<String> lines = all(svg, "path", "outcome-line").stream()
                .map(line -> line.getAttribute("d"))
                .toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).startsWith("M320 ");
        assertThat(lines.get(1)).startsWith("M628 ");
        // What lies outside the columns is no line at their edge: an arrow points out, and its words say so.
        assertThat(all(svg, "path", "outcome-arrow").stream().map(arrow -> arrow.getAttribute("d")))
                .satisfiesExactly(
                        before -> assertThat(before).startsWith("M30 ").contains("H12M"),
                        after -> assertThat(after).startsWith("M610 ").contains("H628M"));
        assertThat(all(svg, "text", "outcome-line-name").stream().map(Element::getTextContent))
                .containsExactly("on file, P0, before all trials", "P50", "P80", "on file, P100, after all trials");
    }
}
