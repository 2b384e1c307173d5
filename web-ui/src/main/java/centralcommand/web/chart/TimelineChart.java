package centralcommand.web.chart;

import centralcommand.web.chart.Lanes.Group;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Promises and what became of them along one axis of time: who is promised what on the left, when on the right.
 */
public record TimelineChart(List<Group<Line>> groups, LocalDate today) {
    private static final int LINE_HEIGHT = 38;
    private static final double BASELINE_Y = 11;
    private static final double NOW_Y = 26;

    /** Days that a statement may mean; it is kept by the last of them. */
    public record Period(LocalDate first, LocalDate last) {}

    /**
     * One promise.
     *
     * @param address of the page that tells more
     * @param current the baseline in force, where it is no longer the original one
     * @param slipped whether a line is drawn from the promise to what became of it
     * @param words short text beside the mark: the slip, the doubt, the silence
     */
    public record Line(
            String title,
            String under,
            String address,
            @Nullable Period original,
            @Nullable Period current,
            @Nullable Period forecast,
            @Nullable Period actual,
            boolean slipped,
            boolean doubted,
            String words)
            implements Lanes.Named {}

    private Lanes<Line> chart() {
        return new Lanes<>(groups, LINE_HEIGHT);
    }

    public boolean isEmpty() {
        return chart().isEmpty();
    }

    /** The names, one line for each promise, each a link. */
    public String names() {
        return chart().names("Milestones in the timeline", (svg, line, y) -> {});
    }

    /** The marks, their spans, and the way between them. */
    public String lanes() {
        Lanes<Line> lanes = chart();
        var axis = TimeAxis.over(days(), today, Lanes.LEFT_MARGIN, Lanes.WIDTH - Lanes.WORDS_MARGIN);
        Svg svg = Svg.image(
                "timeline-lanes",
                Lanes.WIDTH,
                lanes.height(),
                "timeline",
                "Milestones: what was promised and what is said now",
                description());
        lanes.bands(svg);
        axis.draw(svg, Lanes.HEAD, lanes.bottom(), today);
        lanes.each((line, y) -> {
            lanes.rule(svg, Lanes.WIDTH, y);
            lane(svg, axis, line, y);
        });
        return svg.done();
    }

    private Stream<LocalDate> days() {
        return chart().lines()
                .flatMap(line -> Stream.of(line.original(), line.current(), line.forecast(), line.actual()))
                .filter(Objects::nonNull)
                .flatMap(period -> Stream.of(period.first(), period.last()));
    }

    private String description() {
        List<Line> lines = chart().lines().toList();
        int count = chart().groups().size();
        long slipped = lines.stream().filter(Line::slipped).count();
        long doubted = lines.stream().filter(Line::doubted).count();
        return "Milestones: " + lines.size() + ", in " + count + (count == 1 ? " group" : " groups")
                + ". Moved by more than their precision: " + slipped + ". In doubt: " + doubted
                + ". The table that follows says the same in words.";
    }

    private static void lane(Svg svg, TimeAxis axis, Line line, double y) {
        svg.open("g", "class", line.slipped() ? "timeline-line timeline-slipped" : "timeline-line");
        svg.words("title", line.title() + ": " + line.words());
        var ends = new Ends();
        Period now = line.actual() == null ? line.forecast() : line.actual();
        if (line.slipped() && line.original() != null && now != null) {
            slip(svg, axis.x(line.original().last()), axis.x(now.last()), y);
        }
        if (line.original() != null) {
            span(svg, axis, line.original(), "timeline-promised", y + BASELINE_Y, ends);
            Marks.circle(svg, axis.x(line.original().last()), y + BASELINE_Y, "timeline-promised-mark");
        }
        if (line.current() != null) {
            span(svg, axis, line.current(), "timeline-promised", y + BASELINE_Y, ends);
            Marks.square(svg, axis.x(line.current().last()), y + BASELINE_Y, "timeline-promised-mark");
        }
        if (line.actual() != null) {
            span(svg, axis, line.actual(), "timeline-reached", y + NOW_Y, ends);
            Marks.reached(svg, axis.x(line.actual().last()), y + NOW_Y);
        } else if (line.forecast() != null) {
            span(svg, axis, line.forecast(), "timeline-expected", y + NOW_Y, ends);
            Marks.circle(svg, axis.x(line.forecast().last()), y + NOW_Y, "timeline-expected-mark");
        }
        words(svg, line, y, ends);
        svg.close();
    }

    /** From the promise down and along to what became of it. */
    private static void slip(Svg svg, double from, double to, double y) {
        svg.mark(
                "path",
                "class",
                "timeline-slip",
                "d",
                "M" + Svg.decimal(from) + " " + Svg.decimal(y + BASELINE_Y + Marks.RADIUS) + "V"
                        + Svg.decimal(y + NOW_Y) + "H" + Svg.decimal(to));
    }

    private static void span(Svg svg, TimeAxis axis, Period period, String look, double y, Ends ends) {
        double from = axis.x(period.first());
        double to = axis.x(period.last());
        ends.include(from - Marks.RADIUS, to + Marks.RADIUS);
        if (period.first().isBefore(period.last())) {
            svg.mark("rect", "class", look, "x", from, "y", y - 3, "width", to - from, "height", 6);
        }
    }

    private static void words(Svg svg, Line line, double y, Ends ends) {
        String words = line.doubted() ? "? " + line.words() : line.words();
        if (words.isBlank()) {
            return;
        }
        double width = Lettering.width(words, Lanes.LARGE);
        boolean right = ends.none() || ends.right + 6 + width <= Lanes.WIDTH || ends.left - 6 - width < 0;
        String look = line.doubted() ? "timeline-words timeline-doubt" : "timeline-words";
        double x = ends.none() ? Lanes.LEFT_MARGIN : right ? ends.right + 6 : ends.left - 6;
        svg.words("text", words, "class", look, "x", x, "y", y + NOW_Y + 4, "text-anchor", right ? "start" : "end");
    }

    /** How far the marks of one line reach. */
    private static final class Ends {
        private double left = Double.POSITIVE_INFINITY;
        private double right = Double.NEGATIVE_INFINITY;

        void include(double from, double to) {
            left = Math.min(left, from);
            right = Math.max(right, to);
        }

        boolean none() {
            return left > right;
        }
    }
}
