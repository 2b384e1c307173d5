package centralcommand.web.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import centralcommand.web.chart.Lanes.Group;
import centralcommand.web.chart.TimelineChart.Line;
import centralcommand.web.chart.TimelineChart.Period;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class TimelineChartTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 2);
    private static final Period YEAR_2024 = period("2024-01-01", "2024-12-31");
    private static final Period DAY = period("2026-12-31", "2026-12-31");

    @Test
    void a_promise_is_hollow_and_what_is_expected_is_filled_each_as_wide_as_its_words_allow() {
        Document lanes = lanes(line("First product", YEAR_2024, DAY, null, true, "+730 d"));
        Element span = only(lanes, "rect", "timeline-promised");
        Element mark = only(lanes, "circle", "timeline-promised-mark");
        Element expected = only(lanes, "circle", "timeline-expected-mark");
        assertThat(number(span, "x") + number(span, "width"))
                .as("a period is kept by its last day")
                .isCloseTo(number(mark, "cx"), offset(0.2));
        assertThat(number(expected, "cx")).isGreaterThan(number(mark, "cx"));
        assertThat(all(lanes, "rect", "timeline-expected"))
                .as("a day is no span")
                .isEmpty();
    }

    @Test
    void a_slip_is_a_line_from_promise_to_expectation_with_its_days() {
        Document lanes = lanes(line("First product", YEAR_2024, DAY, null, true, "+730 d"));
        String path = only(lanes, "path", "timeline-slip").getAttribute("d");
        String from = only(lanes, "circle", "timeline-promised-mark").getAttribute("cx");
        String to = only(lanes, "circle", "timeline-expected-mark").getAttribute("cx");
        assertThat(path).startsWith("M" + from + " ").endsWith("H" + to);
        assertThat(only(lanes, "text", "timeline-words").getTextContent()).isEqualTo("+730 d");
    }

    @Test
    void a_move_within_precision_is_no_slip() {
        Document lanes = lanes(line("First product", YEAR_2024, DAY, null, false, "within precision"));
        assertThat(all(lanes, "path", "timeline-slip")).isEmpty();
        assertThat(only(lanes, "text", "timeline-words").getTextContent()).isEqualTo("within precision");
    }

    @Test
    void what_was_reached_is_a_diamond_with_a_check_and_hides_what_was_expected() {
        Document lanes = lanes(line("First product", YEAR_2024, DAY, DAY, true, "+730 d"));
        only(lanes, "path", "timeline-reached-mark");
        only(lanes, "path", "timeline-check");
        assertThat(all(lanes, "circle", "timeline-expected-mark")).isEmpty();
    }

    @Test
    void doubt_is_a_question_mark_and_a_word() {
        Document lanes = lanes(new Line(
                "First product", "Program", "/programs/p", YEAR_2024, null, null, null, false, true, "in doubt"));
        assertThat(only(lanes, "text", "timeline-words timeline-doubt").getTextContent())
                .isEqualTo("? in doubt");
    }

    @Test
    void a_milestone_without_any_date_still_has_its_line() {
        Document lanes = lanes(line("First product", null, null, null, false, "no date"));
        assertThat(only(lanes, "text", "timeline-words").getTextContent()).isEqualTo("no date");
    }

    @Test
    void years_and_today_are_marked_in_their_order() {
        Document lanes = lanes(line("First product", YEAR_2024, DAY, null, true, "+730 d"));
        List<String> years = all(lanes, "text", "timeline-year-name").stream()
                .map(Element::getTextContent)
                .toList();
        assertThat(years).containsExactly("2024", "2025", "2026");
        double today = number(only(lanes, "text", "timeline-today-name"), "x");
        List<Element> lines = all(lanes, "text", "timeline-year-name");
        assertThat(today).isGreaterThan(number(lines.get(2), "x"));
        assertThat(all(lanes, "path", "timeline-quarter")).hasSize(9);
    }

    @Test
    void a_century_is_labelled_as_often_as_there_is_room_for() {
        Document lanes = lanes(line("Old", period("1926-01-01", "1926-12-31"), DAY, null, true, "+36,525 d"));
        List<Element> years = all(lanes, "text", "timeline-year-name");
        assertThat(years).hasSizeLessThan(25);
        assertThat(number(years.get(1), "x") - number(years.get(0), "x")).isGreaterThan(30);
        assertThat(all(lanes, "path", "timeline-quarter")).isEmpty();
    }

    @Test
    void hostile_titles_stay_text_in_both_halves() {
        String hostile = "\"/><script>alert(1)</script>&'\u0000\u0007]]>";
        var chart = chart(
                new Line(hostile, hostile, "/programs/\"><script>", YEAR_2024, null, DAY, null, true, false, "+730 d"));
        assertThat(chart.lanes() + chart.names()).doesNotContain("<script>", "\u0000");
        assertThat(parse(chart.names()).getElementsByTagName("script").getLength())
                .isZero();
        assertThat(parse(chart.lanes()).getElementsByTagName("script").getLength())
                .isZero();
    }

    @Test
    void names_are_links_cut_to_their_room_and_whole_in_their_title() {
        String title = "Commercial-scale heavy rare earth separation line in full and sustained operation";
        Document names =
                parse(chart(line(title, YEAR_2024, DAY, null, true, "+730 d")).names());
        Element link = (Element) names.getElementsByTagName("a").item(0);
        assertThat(link.getAttribute("href")).isEqualTo("/programs/p");
        assertThat(link.getElementsByTagName("title").item(0).getTextContent()).contains(title);
        assertThat(only(names, "text", "timeline-title").getTextContent())
                .endsWith("…")
                .hasSizeLessThan(title.length());
    }

    @Test
    void the_picture_says_what_it_shows_and_both_halves_are_of_one_height() {
        var chart = chart(line("First product", YEAR_2024, DAY, null, true, "+730 d"));
        assertThat(parse(chart.lanes()).getElementsByTagName("desc").item(0).getTextContent())
                .isEqualTo("Milestones: 1, in 1 group. Moved by more than their precision: 1. In doubt: 0. The table "
                        + "that follows says the same in words.");
        assertThat(parse(chart.lanes()).getDocumentElement().getAttribute("height"))
                .isEqualTo(parse(chart.names()).getDocumentElement().getAttribute("height"));
        assertThat(chart.lanes() + chart.names()).doesNotContain("style=");
    }

    @Test
    void words_that_find_no_room_on_the_right_stand_on_the_left() {
        Line early = line("Early", YEAR_2024, null, null, false, "");
        Line late = line("Late", DAY, null, null, false, "no report since its date passed, paused by its office");
        Document lanes = parse(new TimelineChart(List.of(new Group<>("Energy", List.of(early, late))), TODAY).lanes());
        assertThat(only(lanes, "text", "timeline-words").getAttribute("text-anchor"))
                .isEqualTo("end");
    }

    private static Line line(
            String title,
            @Nullable Period original,
            @Nullable Period forecast,
            @Nullable Period actual,
            boolean slipped,
            String words) {
        return new Line(title, "Program", "/programs/p", original, null, forecast, actual, slipped, false, words);
    }

    private static Period period(String first, String last) {
        return new Period(LocalDate.parse(first), LocalDate.parse(last));
    }

    private static TimelineChart chart(Line line) {
        return new TimelineChart(List.of(new Group<>("Energy", List.of(line)), new Group<>("Empty", List.of())), TODAY);
    }

    private static Document lanes(Line line) {
        return parse(chart(line).lanes());
    }

    static Document parse(String svg) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)));
        } catch (Exception notWellFormed) {
            throw new AssertionError(svg, notWellFormed);
        }
    }

    static List<Element> all(Document document, String name, String look) {
        NodeList found = document.getElementsByTagName(name);
        return java.util.stream.IntStream.range(0, found.getLength())
                .mapToObj(at -> (Element) found.item(at))
                .filter(element -> element.getAttribute("class").equals(look))
                .toList();
    }

    static Element only(Document document, String name, String look) {
        List<Element> found = all(document, name, look);
        assertThat(found).as(name + "." + look).hasSize(1);
        return found.getFirst();
    }

    static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
