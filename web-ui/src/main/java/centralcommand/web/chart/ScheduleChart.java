package centralcommand.web.chart;

import centralcommand.web.chart.Lanes.Group;
import centralcommand.web.chart.TimelineChart.Period;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One program's network along time: what each baseline promised, what is expected, what follows from others, how much room is left, and who
 * waits for whom.
 *
 * @param arrows between lines, by their keys
 */
public record ScheduleChart(List<Group<Line>> groups, List<Arrow> arrows, LocalDate today) {
    private static final int LINE_HEIGHT = 54;
    private static final double PROMISED_Y = 11;
    private static final double NOW_Y = 26;
    private static final double IMPLIED_Y = 41;

    /** From the end of one line to another; a driving one decides when the other can be. */
    public record Arrow(String from, String to, boolean driving) {}

    /**
     * One activity.
     *
     * @param key by which arrows find it
     * @param address of the page that tells more
     * @param promised by each baseline in turn, the original first
     * @param work from its first to its last day, where its length is known
     * @param implied what follows from what it waits for
     * @param room up to which day it may slip; absent without float, or where it is too late already
     * @param stills times in which the work stood still
     * @param hidden whether what follows lies after what its owner says
     * @param words short text beside the marks
     */
    public record Line(
            String key,
            String title,
            String under,
            String address,
            List<Period> promised,
            @Nullable Period work,
            @Nullable Period expected,
            @Nullable Period reached,
            @Nullable Period implied,
            @Nullable LocalDate room,
            List<Period> stills,
            boolean critical,
            boolean hidden,
            String words)
            implements Lanes.Named {

        @Nullable
        LocalDate end() {
            return reached != null ? reached.last() : expected != null ? expected.last() : null;
        }

        Stream<LocalDate> days() {
            return Stream.concat(
                            Stream.concat(promised.stream(), stills.stream()),
                            Stream.of(work, expected, reached, implied, room == null ? null : new Period(room, room))
                                    .filter(Objects::nonNull))
                    .flatMap(period -> Stream.of(period.first(), period.last()));
        }
    }

    private Lanes<Line> chart() {
        return new Lanes<>(groups, LINE_HEIGHT);
    }

    public boolean isEmpty() {
        return chart().isEmpty();
    }

    private Stream<Line> lines() {
        return chart().lines();
    }

    /** The names, one line for each activity, each a link. */
    public String names() {
        return chart().names("Activities in the picture", (svg, line, y) -> {
            if (line.critical()) {
                svg.mark(
                        "rect",
                        "class",
                        "schedule-critical",
                        "x",
                        0,
                        "y",
                        y + 2,
                        "width",
                        4,
                        "height",
                        LINE_HEIGHT - 4);
            }
        });
    }

    /** Days, spans, room and arrows. */
    public String lanes() {
        Lanes<Line> lanes = chart();
        TimeAxis axis =
                TimeAxis.over(lines().flatMap(Line::days), today, Lanes.LEFT_MARGIN, Lanes.WIDTH - Lanes.WORDS_MARGIN);
        Svg svg = Svg.image(
                "timeline-lanes",
                Lanes.WIDTH,
                lanes.height(),
                "schedule",
                "Schedule: promised, expected and implied",
                description());
        lanes.bands(svg);
        axis.draw(svg, Lanes.HEAD, lanes.bottom(), today);
        Map<String, Place> places = new HashMap<>();
        lanes.each((line, y) -> {
            LocalDate end = line.end();
            if (end != null) {
                places.put(line.key(), new Place(axis.x(end), y + NOW_Y));
            }
        });
        arrows.forEach(arrow -> arrow(svg, places.get(arrow.from()), places.get(arrow.to()), arrow.driving()));
        lanes.each((line, y) -> {
            lanes.rule(svg, Lanes.WIDTH, y);
            lane(svg, axis, line, y);
        });
        return svg.done();
    }

    private String description() {
        return "Activities: " + lines().count() + ". Critical: "
                + lines().filter(Line::critical).count() + ". Hidden slips: "
                + lines().filter(Line::hidden).count() + ". The table that follows says the same in words.";
    }

    /** Where the mark of a line stands. */
    private record Place(double x, double y) {}

    /** Down or up beside the first mark, then along to the second, with a tip. */
    private static void arrow(Svg svg, @Nullable Place from, @Nullable Place to, boolean driving) {
        if (from == null || to == null) {
            return;
        }
        String look = driving ? "schedule-arrow schedule-driving" : "schedule-arrow";
        double turn = from.x() + Marks.RADIUS + 4;
        double end = to.x() < turn ? to.x() + Marks.RADIUS + 2 : to.x() - Marks.RADIUS - 2;
        double tip = to.x() < turn ? 4 : -4;
        svg.mark(
                "path",
                "class",
                look,
                "d",
                "M" + Svg.decimal(from.x() + Marks.RADIUS) + " " + Svg.decimal(from.y()) + "H" + Svg.decimal(turn) + "V"
                        + Svg.decimal(to.y()) + "H" + Svg.decimal(end) + "m" + Svg.decimal(tip) + " -3l"
                        + Svg.decimal(-tip) + " 3l" + Svg.decimal(tip) + " 3");
    }

    private static void lane(Svg svg, TimeAxis axis, Line line, double y) {
        svg.open("g", "class", line.critical() ? "timeline-line schedule-on-path" : "timeline-line");
        svg.words("title", line.title() + ": " + line.words());
        line.stills().forEach(still -> box(svg, axis, still, "schedule-still", y + 3, LINE_HEIGHT - 6));
        for (int i = 0; i < line.promised().size(); i++) {
            Period promised = line.promised().get(i);
            box(svg, axis, promised, "timeline-promised", y + PROMISED_Y - 3, 6);
            if (i == 0) {
                Marks.circle(svg, axis.x(promised.last()), y + PROMISED_Y, "timeline-promised-mark");
            } else {
                Marks.square(svg, axis.x(promised.last()), y + PROMISED_Y, "timeline-promised-mark");
            }
        }
        now(svg, axis, line, y);
        Period implied = line.implied();
        if (implied != null) {
            box(svg, axis, implied, "schedule-implied", y + IMPLIED_Y - 2, 4);
            Marks.implied(
                    svg,
                    axis.x(implied.last()),
                    y + IMPLIED_Y,
                    line.hidden() ? "schedule-implied-mark schedule-hidden" : "schedule-implied-mark");
        }
        words(svg, axis, line, y);
        svg.close();
    }

    private static void now(Svg svg, TimeAxis axis, Line line, double y) {
        Period work = line.work();
        if (work != null) {
            box(svg, axis, work, "schedule-work", y + NOW_Y - 5, 10);
        }
        LocalDate end = line.end();
        LocalDate room = line.room();
        if (end != null && room != null && room.isAfter(end)) {
            svg.mark(
                    "path",
                    "class",
                    "schedule-room",
                    "d",
                    "M" + Svg.decimal(axis.x(end)) + " " + Svg.decimal(y + NOW_Y) + "H" + Svg.decimal(axis.x(room)));
        }
        if (line.reached() != null) {
            box(svg, axis, line.reached(), "timeline-reached", y + NOW_Y - 3, 6);
            Marks.reached(svg, axis.x(line.reached().last()), y + NOW_Y);
        } else if (line.expected() != null) {
            box(svg, axis, line.expected(), "timeline-expected", y + NOW_Y - 3, 6);
            Marks.circle(svg, axis.x(line.expected().last()), y + NOW_Y, "timeline-expected-mark");
        }
    }

    private static void box(Svg svg, TimeAxis axis, Period period, String look, double y, double height) {
        if (period.first().isBefore(period.last())) {
            double from = axis.x(period.first());
            svg.mark("rect", "class", look, "x", from, "y", y, "width", axis.x(period.last()) - from, "height", height);
        }
    }

    private static void words(Svg svg, TimeAxis axis, Line line, double y) {
        if (line.words().isBlank()) {
            return;
        }
        double end =
                line.days().map(axis::x).max(Double::compare).orElse((double) Lanes.LEFT_MARGIN) + Marks.RADIUS + 8;
        double start =
                line.days().map(axis::x).min(Double::compare).orElse((double) Lanes.LEFT_MARGIN) - Marks.RADIUS - 8;
        double width = Lettering.width(line.words(), Lanes.LARGE);
        boolean right = end + width <= Lanes.WIDTH || start - width < 0;
        svg.words(
                "text",
                line.words(),
                "class",
                line.hidden() ? "timeline-words schedule-hidden-words" : "timeline-words",
                "x",
                right ? end : start,
                "y",
                y + NOW_Y + 4,
                "text-anchor",
                right ? "start" : "end");
    }
}
