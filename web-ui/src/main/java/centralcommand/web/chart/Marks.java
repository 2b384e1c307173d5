package centralcommand.web.chart;

/** The marks of all charts over time: hollow is promised, dark is expected, a checked diamond is reached. */
final class Marks {
    static final double RADIUS = 5;

    private Marks() {}

    static void circle(Svg svg, double x, double y, String look) {
        svg.mark("circle", "class", look, "cx", x, "cy", y, "r", RADIUS);
    }

    static void square(Svg svg, double x, double y, String look) {
        svg.mark("rect", "class", look, "x", x - RADIUS, "y", y - RADIUS, "width", 2 * RADIUS, "height", 2 * RADIUS);
    }

    /** A triangle that stands on its tip: the day that follows from others. */
    static void implied(Svg svg, double x, double y, String look) {
        svg.mark(
                "path",
                "class",
                look,
                "d",
                "M" + Svg.decimal(x - RADIUS) + " " + Svg.decimal(y - RADIUS) + "h" + Svg.decimal(2 * RADIUS) + "l"
                        + Svg.decimal(-RADIUS) + " " + Svg.decimal(2 * RADIUS) + "z");
    }

    /** A filled diamond with a check in it. */
    static void reached(Svg svg, double x, double y) {
        double half = RADIUS + 2;
        svg.mark(
                "path",
                "class",
                "timeline-reached-mark",
                "d",
                "M" + Svg.decimal(x) + " " + Svg.decimal(y - half) + "l" + Svg.decimal(half) + " " + Svg.decimal(half)
                        + "l" + Svg.decimal(-half) + " " + Svg.decimal(half) + "l" + Svg.decimal(-half) + " "
                        + Svg.decimal(-half) + "z");
        svg.mark(
                "path",
                "class",
                "timeline-check",
                "d",
                "M" + Svg.decimal(x - 3) + " " + Svg.decimal(y) + "l2.5 2.5l4-5");
    }
}
