package centralcommand.web.chart;

import centralcommand.web.chart.TimelineChart.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The date promised against the day on which it was promised. A promise that holds is a level line; one that moves out climbs. The slanting
 * line is where both days are the same: what is not reached when its line meets it was missed.
 *
 * @param marks all that was said, earliest first
 * @param missed the last day of the promise that was missed
 * @param warned the first day on which it was said that it would be
 * @param warning the time between the two in words
 * @param ahead days by which it may be expected, where such promises are a measure
 */
public record PromiseChart(
        String id,
        String title,
        String description,
        List<Mark> marks,
        LocalDate today,
        @Nullable LocalDate missed,
        @Nullable LocalDate warned,
        String warning,
        List<Ahead> ahead) {

    private static final int WIDTH = 860;
    private static final int HEIGHT = 430;
    private static final double LEFT = 48;
    private static final double RIGHT = WIDTH - 178.0;
    private static final double TOP = 16;
    private static final double FLOOR = HEIGHT - 58.0;
    private static final double RADIUS = 5;
    private static final double LETTERS = 12;
    private static final double LINE = 16;

    /** What a mark stands for. */
    public enum Kind {
        PROMISED,
        EXPECTED,
        DOUBTED,
        REACHED
    }

    /**
     * One thing that was said.
     *
     * @param period that it named; absent for a doubt
     * @param words the same as read
     */
    public record Mark(
            Kind kind, LocalDate statedOn, @Nullable Period period, String words) {}

    /** A day that lies ahead, with its name. */
    public record Ahead(LocalDate day, String name) {}

    public PromiseChart {
        marks = List.copyOf(marks);
        ahead = List.copyOf(ahead);
    }

    /** Nothing to draw without a date. */
    public boolean isEmpty() {
        return marks.stream().allMatch(mark -> mark.period() == null);
    }

    /** The picture as SVG text. */
    public String draw() {
        var across = across();
        var up = up();
        Svg svg = Svg.image("promises", WIDTH, HEIGHT, id, title, description);
        grid(svg, across, up);
        sameDay(svg, across, up);
        ahead(svg, across, up);
        line(svg, across, up, Kind.PROMISED, "promise-line");
        line(svg, across, up, Kind.EXPECTED, "promise-line promise-line-expected");
        for (Mark mark : marks) {
            mark(svg, across, up, mark);
        }
        warning(svg, across);
        return svg.done();
    }

    private TimeAxis across() {
        LocalDate first = marks.stream()
                .map(Mark::statedOn)
                .min(Comparator.naturalOrder())
                .orElse(today);
        LocalDate last = marks.stream()
                .map(Mark::statedOn)
                .max(Comparator.naturalOrder())
                .orElse(today);
        return axis(first, last.isAfter(today) ? last : today, LEFT, RIGHT);
    }

    /** What lies very far ahead would press everything else flat: it is named at the upper edge instead. */
    private TimeAxis up() {
        List<Period> periods =
                marks.stream().flatMap(mark -> Stream.ofNullable(mark.period())).toList();
        LocalDate first = periods.stream()
                .map(Period::first)
                .min(Comparator.naturalOrder())
                .orElse(today);
        LocalDate last = periods.stream()
                .map(Period::last)
                .max(Comparator.naturalOrder())
                .orElse(today);
        long room = Math.max(730, 2 * ChronoUnit.DAYS.between(first, last));
        LocalDate furthest = last.plusDays(room);
        LocalDate end = ahead.stream()
                .map(Ahead::day)
                .filter(day -> !day.isAfter(furthest))
                .max(Comparator.naturalOrder())
                .filter(day -> day.isAfter(last))
                .orElse(last);
        return axis(first, end, FLOOR, TOP);
    }

    private static TimeAxis axis(LocalDate first, LocalDate last, double from, double to) {
        return new TimeAxis(first.withDayOfYear(1), last.withDayOfYear(1).plusYears(1), from, to);
    }

    private static void grid(Svg svg, TimeAxis across, TimeAxis up) {
        for (LocalDate year : up.years()) {
            double y = up.x(year);
            svg.mark("path", "class", "promise-year", "d", "M" + LEFT + " " + Svg.decimal(y) + "H" + RIGHT);
            svg.words(
                    "text",
                    Integer.toString(year.getYear()),
                    "class",
                    "promise-year-name",
                    "x",
                    LEFT - 8,
                    "y",
                    y + 4,
                    "text-anchor",
                    "end");
        }
        for (LocalDate year : across.years()) {
            double x = across.x(year);
            svg.mark("path", "class", "promise-year", "d", "M" + Svg.decimal(x) + " " + TOP + "V" + FLOOR);
            svg.words(
                    "text",
                    Integer.toString(year.getYear()),
                    "class",
                    "promise-year-name",
                    "x",
                    x + 3,
                    "y",
                    FLOOR + 15);
        }
        svg.mark("path", "class", "promise-axis", "d", "M" + LEFT + " " + TOP + "V" + FLOOR + "H" + RIGHT);
        svg.words("text", "day on which it was said →", "class", "promise-axis-name", "x", LEFT, "y", HEIGHT - 6);
        svg.words("text", "↑ date that was said", "class", "promise-axis-name", "x", LEFT + 6, "y", TOP + 4);
    }

    /** Where the day on which it is said and the day that is said are the same. */
    private void sameDay(Svg svg, TimeAxis across, TimeAxis up) {
        LocalDate from = later(across.first(), up.first());
        LocalDate to = earlier(earlier(across.end(), up.end()).minusDays(1), across.end());
        if (!from.isBefore(to)) {
            return;
        }
        svg.mark(
                "path",
                "class",
                "promise-same-day",
                "d",
                "M" + Svg.decimal(across.x(from)) + " " + Svg.decimal(up.x(from)) + "L" + Svg.decimal(across.x(to))
                        + " " + Svg.decimal(up.x(to)));
        double x = across.x(today);
        svg.mark("path", "class", "promise-today", "d", "M" + Svg.decimal(x) + " " + TOP + "V" + FLOOR);
        svg.words("text", "today", "class", "promise-today-name", "x", x, "y", FLOOR + 30, "text-anchor", "middle");
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /** Level from one word of a kind to the next, the last until it was reached or until today. */
    private void line(Svg svg, TimeAxis across, TimeAxis up, Kind kind, String look) {
        List<Mark> steps = marks.stream()
                .filter(mark -> mark.kind() == kind && mark.period() != null)
                .toList();
        LocalDate end = marks.stream()
                .filter(mark -> mark.kind() == Kind.REACHED)
                .map(Mark::statedOn)
                .findFirst()
                .orElse(today);
        var path = new StringBuilder();
        for (int n = 0; n < steps.size(); n++) {
            Period period = steps.get(n).period();
            if (period == null) {
                continue;
            }
            LocalDate next = n + 1 < steps.size() ? steps.get(n + 1).statedOn() : end;
            double from = across.x(steps.get(n).statedOn());
            double to = Math.max(from, across.x(next));
            if (period.first().isBefore(period.last())) {
                svg.mark(
                        "rect",
                        "class",
                        look.replace("promise-line", "promise-band"),
                        "x",
                        from,
                        "y",
                        up.x(period.last()),
                        "width",
                        Math.max(1.0, to - from),
                        "height",
                        up.x(period.first()) - up.x(period.last()));
            }
            path.append(path.isEmpty() ? "M" : "L")
                    .append(Svg.decimal(from))
                    .append(' ')
                    .append(Svg.decimal(up.x(period.last())))
                    .append('H')
                    .append(Svg.decimal(to));
        }
        if (!path.isEmpty()) {
            svg.mark("path", "class", look, "d", path);
        }
    }

    private void mark(Svg svg, TimeAxis across, TimeAxis up, Mark mark) {
        double x = across.x(mark.statedOn());
        svg.open("g");
        svg.words("title", mark.words());
        Period period = mark.period();
        if (period == null) {
            svg.words(
                    "text",
                    "?",
                    "class",
                    "promise-doubt",
                    "x",
                    x,
                    "y",
                    up.x(onFile(mark)) - 8,
                    "text-anchor",
                    "middle");
        } else if (mark.kind() == Kind.REACHED) {
            double y = up.x(period.last());
            svg.mark(
                    "path",
                    "class",
                    "timeline-reached-mark",
                    "d",
                    "M" + Svg.decimal(x) + " " + Svg.decimal(y - 7) + "l7 7l-7 7l-7-7z");
        } else {
            svg.mark(
                    "circle",
                    "class",
                    mark.kind() == Kind.PROMISED ? "timeline-promised-mark" : "timeline-expected-mark",
                    "cx",
                    x,
                    "cy",
                    up.x(period.last()),
                    "r",
                    RADIUS);
        }
        svg.close();
    }

    /** The date that a doubt is about: what was said last before it. */
    private LocalDate onFile(Mark doubt) {
        return marks.subList(0, marks.indexOf(doubt)).stream()
                .flatMap(mark -> Stream.ofNullable(mark.period()))
                .reduce((earlier, later) -> later)
                .or(() -> marks.stream()
                        .flatMap(mark -> Stream.ofNullable(mark.period()))
                        .findFirst())
                .map(Period::last)
                .orElse(today);
    }

    /** From the last word to the days that such promises became, with their names on the right. */
    private void ahead(Svg svg, TimeAxis across, TimeAxis up) {
        double free = LETTERS;
        for (Ahead each : ahead.stream()
                .sorted(Comparator.comparing(Ahead::day).reversed())
                .toList()) {
            boolean beyond = !each.day().isBefore(up.end());
            double y = beyond ? TOP : up.x(each.day());
            if (!beyond) {
                svg.mark(
                        "path",
                        "class",
                        "promise-ahead",
                        "d",
                        "M" + Svg.decimal(across.x(lastSaid())) + " " + Svg.decimal(y) + "H" + (RIGHT + 8));
            }
            double lettersY = Math.max(free, y + 4);
            free = lettersY + LINE;
            svg.words(
                    "text",
                    (beyond ? "↑ " : "") + each.name(),
                    "class",
                    "promise-ahead-name",
                    "x",
                    RIGHT + 12,
                    "y",
                    lettersY);
        }
    }

    private LocalDate lastSaid() {
        return marks.stream()
                .filter(mark -> mark.period() != null && mark.kind() != Kind.REACHED)
                .map(Mark::statedOn)
                .reduce((earlier, later) -> later)
                .orElse(today);
    }

    /** A bar under the picture, from the first word of it to the missed day or the other way round. */
    private void warning(Svg svg, TimeAxis across) {
        if (missed == null || missed.isBefore(across.first())) {
            return;
        }
        double at = across.x(missed);
        svg.mark("path", "class", "promise-missed", "d", "M" + Svg.decimal(at) + " " + (FLOOR - 20) + "V" + FLOOR);
        if (warned == null) {
            words(svg, "missed, nothing said", at, at);
            return;
        }
        double said = across.x(warned);
        double from = Math.min(at, said);
        svg.mark(
                "rect",
                "class",
                warned.isAfter(missed) ? "promise-after" : "promise-warning",
                "x",
                from,
                "y",
                FLOOR - 12,
                "width",
                Math.max(2.0, Math.abs(at - said)),
                "height",
                8);
        words(svg, warning, from, Math.max(at, said));
    }

    private static void words(Svg svg, String words, double from, double to) {
        boolean right = to + 8 + Lettering.width(words, LETTERS) <= RIGHT;
        svg.words(
                "text",
                words,
                "class",
                "promise-warning-words",
                "x",
                right ? to + 6 : from - 6,
                "y",
                FLOOR - 5,
                "text-anchor",
                right ? "start" : "end");
    }
}
