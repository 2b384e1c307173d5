package centralcommand.web.chart;

import static centralcommand.web.chart.TimelineChartTest.all;
import static centralcommand.web.chart.TimelineChartTest.number;
import static centralcommand.web.chart.TimelineChartTest.only;
import static centralcommand.web.chart.TimelineChartTest.parse;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.web.chart.BarChart.Bar;
import centralcommand.web.chart.ColumnChart.Aim;
import centralcommand.web.chart.ColumnChart.Slot;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class BarsAndColumnsTest {

    @Test
    void bars_are_as_long_as_their_values_and_say_them() {
        Document bars = parse(new BarChart(
                        "causes",
                        "By cause",
                        "What",
                        List.of(
                                new Bar("Permitting & <site>", 8, "8 milestones"),
                                new Bar("Market", 2, "2 milestones")))
                .draw());
        List<Element> drawn = all(bars, "rect", "bar");
        assertThat(number(drawn.get(0), "width")).isEqualTo(4 * number(drawn.get(1), "width"));
        assertThat(all(bars, "text", "bar-words").stream().map(Element::getTextContent))
                .containsExactly("8 milestones", "2 milestones");
        assertThat(all(bars, "text", "bar-name").getFirst().getTextContent()).isEqualTo("Permitting & <site>");
    }

    @Test
    void a_bar_of_nothing_is_drawn_as_a_line_and_divides_nothing_by_zero() {
        Document bars = parse(new BarChart("causes", "By cause", "What", List.of(new Bar("None", 0, "0"))).draw());
        assertThat(number(only(bars, "rect", "bar"), "width")).isEqualTo(1);
    }

    @Test
    void columns_stand_on_one_floor_at_one_scale_and_absent_is_not_zero() {
        Document columns = parse(chart(new Slot(
                        "2027",
                        new BigDecimal("200"),
                        null,
                        BigDecimal.ZERO,
                        List.of(
                                new Aim("Target", new BigDecimal("400"), Aim.Look.TARGET),
                                new Aim("Demand", new BigDecimal("100"), Aim.Look.DEMAND))))
                .draw());
        Element planned = only(columns, "rect", "column column-planned");
        assertThat(all(columns, "rect", "column column-nameplate")).isEmpty();
        assertThat(number(only(columns, "rect", "column column-actual"), "height"))
                .isZero();
        assertThat(all(columns, "text", "column-words").stream().map(Element::getTextContent))
                .containsExactly("200", "–", "0");
        double floor = number(planned, "y") + number(planned, "height");
        double target = line(only(columns, "path", "column-aim"));
        double demand = line(only(columns, "path", "column-aim column-demand"));
        assertThat(floor - target).isEqualTo(2 * number(planned, "height"));
        assertThat(floor - demand).isEqualTo(number(planned, "height") / 2);
    }

    @Test
    void figures_above_a_column_are_short_and_whole_in_its_title() {
        String svg = chart(new Slot("2027", new BigDecimal("50692"), null, new BigDecimal("1250.5"), List.of()))
                .draw();
        assertThat(svg).contains("50.7k", "planned: 50,692 t a year", "1.3k", "made: 1,250.5 t a year");
    }

    @Test
    void without_any_figure_nothing_is_divided_by_zero() {
        parse(chart(new Slot("no year", null, null, BigDecimal.ZERO, List.of())).draw());
        parse(new ColumnChart("empty", "Title", "What", List.of()).draw());
    }

    private static double line(Element path) {
        return Double.parseDouble(path.getAttribute("d").split("[ h]")[1]);
    }

    private static ColumnChart chart(Slot slot) {
        return new ColumnChart("c", "Dy and Tb oxides", "What", List.of(slot));
    }
}
