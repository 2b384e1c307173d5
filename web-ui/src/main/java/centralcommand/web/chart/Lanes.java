package centralcommand.web.chart;

import java.util.List;
import java.util.function.ObjDoubleConsumer;
import java.util.stream.Stream;

/**
 * Lines in groups, as two pictures of the same height: names on the left, which stay in sight while the years are scrolled, and a lane for each
 * on the right.
 *
 * @param groups in the order in which they are drawn; without lines they are left out
 * @param lineHeight of each line, in pixels
 */
public record Lanes<L extends Lanes.Named>(List<Group<L>> groups, int lineHeight) {
    static final int NAMES_WIDTH = 320;
    static final int WIDTH = 860;
    static final int HEAD = 40;
    static final int LEFT_MARGIN = 12;
    static final double LARGE = 13;

    /** Room right of the last day, for the words that follow a mark there. */
    static final int WORDS_MARGIN = 150;

    private static final int GROUP_HEIGHT = 28;
    private static final int FOOT = 10;
    private static final double SMALL = 11;
    private static final int NAME_X = 10;

    /** What a line is called. */
    public interface Named {
        String title();

        /** Whose it is, in smaller letters below. */
        String under();

        /** Of the page that tells more. */
        String address();
    }

    /** Lines under one name. */
    public record Group<L>(String name, List<L> lines) {}

    public Lanes {
        groups = groups.stream().filter(group -> !group.lines().isEmpty()).toList();
    }

    boolean isEmpty() {
        return groups.isEmpty();
    }

    Stream<L> lines() {
        return groups.stream().flatMap(group -> group.lines().stream());
    }

    int height() {
        return bottom() + FOOT;
    }

    /** Where the lanes end. */
    int bottom() {
        return HEAD + groups.size() * GROUP_HEIGHT + (int) lines().count() * lineHeight;
    }

    /**
     * One line for each, each a link.
     *
     * @param label what they are, for those who do not see it
     * @param mark draws what stands before a name, with its top
     */
    String names(String label, Drawing<L> mark) {
        Svg svg = Svg.sized(
                "timeline-names",
                NAMES_WIDTH,
                height(),
                "preserveAspectRatio",
                "xMinYMin slice",
                "role",
                "group",
                "aria-label",
                label);
        bands(
                svg,
                NAMES_WIDTH,
                (group, y) -> svg.words("text", group.name(), "class", "timeline-group", "x", NAME_X - 2, "y", y + 19));
        each((line, y) -> {
            rule(svg, NAMES_WIDTH, y);
            mark.draw(svg, line, y);
            name(svg, line, y);
        });
        return svg.done();
    }

    private void name(Svg svg, L line, double y) {
        double room = NAMES_WIDTH - NAME_X - 8.0;
        double middle = y + lineHeight / 2.0;
        svg.open("a", "href", line.address());
        svg.words("title", line.title() + " (" + line.under() + ")");
        svg.words(
                "text",
                Lettering.fitting(line.title(), LARGE, room),
                "class",
                "timeline-title",
                "x",
                NAME_X,
                "y",
                middle - 3);
        svg.words(
                "text",
                Lettering.fitting(line.under(), SMALL, room),
                "class",
                "timeline-under",
                "x",
                NAME_X,
                "y",
                middle + 12);
        svg.close();
    }

    /** Draws a line at its top. */
    interface Drawing<L> {
        void draw(Svg svg, L line, double y);
    }

    /** The backgrounds of the groups' names across the lanes. */
    void bands(Svg svg) {
        bands(svg, WIDTH, (group, y) -> {});
    }

    private void bands(Svg svg, int width, ObjDoubleConsumer<Group<L>> name) {
        double y = HEAD;
        for (Group<L> group : groups) {
            svg.mark("rect", "class", "timeline-band", "x", 0, "y", y, "width", width, "height", GROUP_HEIGHT);
            name.accept(group, y);
            y += GROUP_HEIGHT + lineHeight * group.lines().size();
        }
    }

    /** All lines, each with its top. */
    void each(ObjDoubleConsumer<L> lane) {
        double y = HEAD;
        for (Group<L> group : groups) {
            y += GROUP_HEIGHT;
            for (L line : group.lines()) {
                lane.accept(line, y);
                y += lineHeight;
            }
        }
    }

    /** The hairline under a line. */
    void rule(Svg svg, int width, double y) {
        svg.mark("path", "class", "timeline-rule", "d", "M0 " + Svg.decimal(y + lineHeight) + "H" + width);
    }
}
