package centralcommand.web.chart;

import java.util.List;

/**
 * Lying bars, one under another, each with its words at its end: how something divides.
 *
 * @param id unique in the page
 * @param title what is shown
 * @param description the same in a sentence, for those who do not see it
 */
public record BarChart(String id, String title, String description, List<Bar> bars) {

    private static final int WIDTH = 800;
    private static final int NAMES = 210;
    private static final int WORDS = 270;
    private static final int ROW = 30;
    private static final double LETTERS = 13;

    /**
     * One bar.
     *
     * @param value its length, zero or more
     * @param words the value and what else is worth knowing, as read
     */
    public record Bar(String name, long value, String words) {}

    public BarChart {
        bars = List.copyOf(bars);
    }

    public boolean isEmpty() {
        return bars.isEmpty();
    }

    /** The picture as SVG text. */
    public String draw() {
        int height = bars.size() * ROW + 8;
        Svg svg = Svg.image("bars", WIDTH, height, id, title, description);
        long most = Math.max(1, bars.stream().mapToLong(Bar::value).max().orElse(1));
        double y = 4;
        for (Bar bar : bars) {
            double length = (double) (WIDTH - NAMES - WORDS) * bar.value() / most;
            svg.open("g");
            svg.words("title", bar.name() + ": " + bar.words());
            svg.words(
                    "text",
                    Lettering.fitting(bar.name(), LETTERS, NAMES - 12.0),
                    "class",
                    "bar-name",
                    "x",
                    NAMES - 8,
                    "y",
                    y + 19,
                    "text-anchor",
                    "end");
            svg.mark(
                    "rect", "class", "bar", "x", NAMES, "y", y + 4, "width", Math.max(length, 1.0), "height", ROW - 10);
            svg.words(
                    "text",
                    Lettering.fitting(bar.words(), LETTERS, WORDS - 8.0),
                    "class",
                    "bar-words",
                    "x",
                    NAMES + length + 8,
                    "y",
                    y + 19);
            svg.close();
            y += ROW;
        }
        return svg.done();
    }
}
