package centralcommand.web.chart;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/**
 * How often each time came out of many trials, as columns side by side, with days that are to be found among them as lines across.
 *
 * @param columns earliest first
 */
public record OutcomeChart(String id, String title, String description, List<Column> columns, List<Line> lines) {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 220;
    private static final double LEFT = 12;
    private static final double RIGHT = WIDTH - 12.0;
    private static final double TOP = 66;
    private static final double FLOOR = HEIGHT - 30.0;
    private static final double LETTERS = 12;
    private static final double ROW = 18;
    private static final double ARROW = 18;
    private static final double HEAD = 4;

    /**
     * One time.
     *
     * @param count its height
     * @param name for those who point at it
     */
    public record Column(LocalDate from, LocalDate to, int count, String name) {}

    /** A day to be found: "P80, Feb 3, 2029". */
    public record Line(LocalDate day, String name) {}

    public OutcomeChart {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }

    /** The picture as SVG text. */
    public String draw() {
        Svg svg = Svg.image("outcomes", WIDTH, HEIGHT, id, title, description);
        int most = Math.max(1, columns.stream().mapToInt(Column::count).max().orElse(1));
        for (int n = 0; n < columns.size(); n++) {
            Column column = columns.get(n);
            double height = (FLOOR - TOP) * column.count() / most;
            svg.open("g");
            svg.words("title", column.name());
            svg.mark(
                    "rect",
                    "class",
                    "outcome",
                    "x",
                    LEFT + n * width() + 1,
                    "y",
                    FLOOR - height,
                    "width",
                    Math.max(1.0, width() - 2),
                    "height",
                    height);
            svg.close();
        }
        svg.mark("path", "class", "promise-axis", "d", "M" + LEFT + " " + FLOOR + "H" + RIGHT);
        ends(svg);
        lines(svg);
        return svg.done();
    }

    private double width() {
        return (RIGHT - LEFT) / Math.max(1, columns.size());
    }

    private void ends(Svg svg) {
        if (columns.isEmpty()) {
            return;
        }
        svg.words("text", month(columns.getFirst().from()), "class", "promise-year-name", "x", LEFT, "y", FLOOR + 18);
        svg.words(
                "text",
                month(columns.getLast().to()),
                "class",
                "promise-year-name",
                "x",
                RIGHT,
                "y",
                FLOOR + 18,
                "text-anchor",
                "end");
    }

    private static String month(LocalDate day) {
        return "%d-%02d".formatted(day.getYear(), day.getMonthValue());
    }

    /** The earlier a day, the higher its name, so that no later line goes through it. A day outside the columns is pointed to from the edge. */
    private void lines(Svg svg) {
        double y = TOP - 8 - (lines.size() - 1) * ROW;
        for (Line line : lines.stream().sorted(Comparator.comparing(Line::day)).toList()) {
            if (isBefore(line)) {
                arrow(svg, LEFT, 1, y);
                name(svg, line.name() + ", before all trials", LEFT + ARROW + 5, y, true);
            } else if (isAfter(line)) {
                arrow(svg, RIGHT, -1, y);
                name(svg, line.name() + ", after all trials", RIGHT - ARROW - 5, y, false);
            } else {
                double x = x(line.day());
                boolean right = x + Lettering.width(line.name(), LETTERS) + 10 <= RIGHT;
                svg.mark(
                        "path",
                        "class",
                        "outcome-line",
                        "d",
                        "M" + Svg.decimal(x) + " " + Svg.decimal(y - 8) + "V" + FLOOR);
                name(svg, line.name(), right ? x + 5 : x - 5, y, right);
            }
            y += ROW;
        }
    }

    private static void name(Svg svg, String name, double x, double y, boolean right) {
        svg.words("text", name, "class", "outcome-line-name", "x", x, "y", y, "text-anchor", right ? "start" : "end");
    }

    /** @param inward 1 at the left edge, −1 at the right one */
    private static void arrow(Svg svg, double edge, int inward, double y) {
        double middle = y - 4;
        String head = Svg.decimal(edge + inward * HEAD);
        svg.mark(
                "path",
                "class",
                "outcome-arrow",
                "d",
                "M%s %sH%sM%s %sL%s %sL%s %s"
                        .formatted(
                                Svg.decimal(edge + inward * ARROW),
                                Svg.decimal(middle),
                                Svg.decimal(edge),
                                head,
                                Svg.decimal(middle - HEAD),
                                Svg.decimal(edge),
                                Svg.decimal(middle),
                                head,
                                Svg.decimal(middle + HEAD)));
    }

    private boolean isBefore(Line line) {
        return !columns.isEmpty() && line.day().isBefore(columns.getFirst().from());
    }

    private boolean isAfter(Line line) {
        return !columns.isEmpty() && line.day().isAfter(columns.getLast().to());
    }

    /** Within its column. */
    private double x(LocalDate day) {
        for (int n = 0; n < columns.size(); n++) {
            Column column = columns.get(n);
            if (!day.isAfter(column.to())) {
                double days = ChronoUnit.DAYS.between(column.from(), column.to()) + 1.0;
                double part = (ChronoUnit.DAYS.between(column.from(), day) + 1) / days;
                return LEFT + (n + part) * width();
            }
        }
        return RIGHT;
    }
}
