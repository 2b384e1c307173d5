package centralcommand.web.chart;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Promises and what became of them along one axis of time: who is promised what on the left, when on the right. The two
 * halves are pictures of the same height, so that the names stay in sight while the years are scrolled.
 *
 * @param groups in the order in which they are drawn; without lines they are left out
 */
public record TimelineChart(List<Group> groups, LocalDate today) {

    static final int NAMES_WIDTH = 320;
    static final int LANES_WIDTH = 860;
    private static final int HEAD = 40;
    private static final int GROUP_HEIGHT = 28;
    private static final int LINE_HEIGHT = 38;
    private static final int FOOT = 10;
    private static final double LARGE = 13;
    private static final double SMALL = 11;
    /** Room right of the last day, for the words that follow a mark there. */
    private static final int WORDS_MARGIN = 150;

    private static final int LEFT_MARGIN = 12;
    private static final double BASELINE_Y = 11;
    private static final double NOW_Y = 26;

    /** Days that a statement may mean; it is kept by the last of them. */
    public record Period(LocalDate first, LocalDate last) {}

    /** Lines under one name. */
    public record Group(String name, List<Line> lines) {}

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
            String words) {}

    public TimelineChart {
        groups = groups.stream().filter(group -> !group.lines().isEmpty()).toList();
    }

    public boolean isEmpty() {
        return groups.isEmpty();
    }

    /** The names, one line for each promise, each a link. */
    public String names() {
        Svg svg = Svg.sized(
                "timeline-names",
                NAMES_WIDTH,
                height(),
                "preserveAspectRatio",
                "xMinYMin slice",
                "role",
                "group",
                "aria-label",
                "Milestones in the timeline");
        double y = HEAD;
        for (Group group : groups) {
            band(svg, NAMES_WIDTH, y);
            svg.words("text", group.name(), "class", "timeline-group", "x", 8, "y", y + 19);
            y += GROUP_HEIGHT;
            for (Line line : group.lines()) {
                name(svg, line, y);
                y += LINE_HEIGHT;
            }
        }
        return svg.done();
    }

    /** The marks, their spans, and the way between them. */
    public String lanes() {
        var axis = TimeAxis.over(days(), today, LEFT_MARGIN, LANES_WIDTH - WORDS_MARGIN);
        Svg svg = Svg.image(
                "timeline-lanes",
                LANES_WIDTH,
                height(),
                "timeline",
                "Milestones: what was promised and what is said now",
                description());
        double y = HEAD;
        for (Group group : groups) {
            band(svg, LANES_WIDTH, y);
            y += GROUP_HEIGHT + LINE_HEIGHT * group.lines().size();
        }
        axis.draw(svg, HEAD, height() - FOOT, today);
        y = HEAD;
        for (Group group : groups) {
            y += GROUP_HEIGHT;
            for (Line line : group.lines()) {
                lane(svg, axis, line, y);
                y += LINE_HEIGHT;
            }
        }
        return svg.done();
    }

    private Stream<LocalDate> days() {
        return groups.stream()
                .flatMap(group -> group.lines().stream())
                .flatMap(line -> Stream.of(line.original(), line.current(), line.forecast(), line.actual()))
                .filter(Objects::nonNull)
                .flatMap(period -> Stream.of(period.first(), period.last()));
    }

    private String description() {
        List<Line> lines =
                groups.stream().flatMap(group -> group.lines().stream()).toList();
        long slipped = lines.stream().filter(Line::slipped).count();
        long doubted = lines.stream().filter(Line::doubted).count();
        return "Milestones: " + lines.size() + ", in " + groups.size() + (groups.size() == 1 ? " group" : " groups")
                + ". Moved by more than their precision: " + slipped + ". In doubt: " + doubted
                + ". The table that follows says the same in words.";
    }

    private int height() {
        int lines = groups.stream().mapToInt(group -> group.lines().size()).sum();
        return HEAD + groups.size() * GROUP_HEIGHT + lines * LINE_HEIGHT + FOOT;
    }

    private static void band(Svg svg, int width, double y) {
        svg.mark("rect", "class", "timeline-band", "x", 0, "y", y, "width", width, "height", GROUP_HEIGHT);
    }

    private static void name(Svg svg, Line line, double y) {
        svg.mark("path", "class", "timeline-rule", "d", "M0 " + Svg.decimal(y + LINE_HEIGHT) + "H" + NAMES_WIDTH);
        svg.open("a", "href", line.address());
        svg.words("title", line.title() + " (" + line.under() + ")");
        double room = NAMES_WIDTH - 16.0;
        svg.words("text", Lettering.fitting(line.title(), LARGE, room), "class", "timeline-title", "x", 8, "y", y + 16);
        svg.words("text", Lettering.fitting(line.under(), SMALL, room), "class", "timeline-under", "x", 8, "y", y + 31);
        svg.close();
    }

    private static void lane(Svg svg, TimeAxis axis, Line line, double y) {
        svg.mark("path", "class", "timeline-rule", "d", "M0 " + Svg.decimal(y + LINE_HEIGHT) + "H" + LANES_WIDTH);
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
        double width = Lettering.width(words, LARGE);
        boolean right = ends.none() || ends.right + 6 + width <= LANES_WIDTH || ends.left - 6 - width < 0;
        String look = line.doubted() ? "timeline-words timeline-doubt" : "timeline-words";
        double x = ends.none() ? LEFT_MARGIN : right ? ends.right + 6 : ends.left - 6;
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
