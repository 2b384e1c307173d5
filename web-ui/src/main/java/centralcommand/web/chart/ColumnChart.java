package centralcommand.web.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Columns side by side, year by year, with what was aimed at as a line across: one small picture for one thing that is
 * measured. Its scale is its own, because different materials must not be compared by height. Kinds differ by filling as well
 * as by colour.
 *
 * @param id unique in the page
 * @param title what is measured
 * @param description the same in words
 */
public record ColumnChart(String id, String title, String description, List<Slot> slots) {

    private static final int LEAST_WIDTH = 240;
    private static final int SLOT = 84;
    private static final int LEFT = 10;
    private static final int HEIGHT = 190;
    private static final int TOP = 26;
    private static final int FLOOR = 158;
    private static final int COLUMN = 22;
    private static final double LETTERS = 11;

    /**
     * One year.
     *
     * @param name the year, or "no year"
     * @param planned absent where nothing is known; absent is not zero
     * @param aims national figures, without those that name no quantity
     */
    public record Slot(
            String name,
            @Nullable BigDecimal planned,
            @Nullable BigDecimal nameplate,
            @Nullable BigDecimal actual,
            List<Aim> aims) {}

    /** A national quantity that columns are held against. */
    public record Aim(String name, BigDecimal value, Look look) {

        /** How it is drawn: what is aimed at, what is asked for, what the whole nation made. */
        public enum Look {
            TARGET("column-aim"),
            DEMAND("column-aim column-demand"),
            OUTPUT("column-aim column-output");

            private final String classes;

            Look(String classes) {
                this.classes = classes;
            }
        }
    }

    public ColumnChart {
        slots = List.copyOf(slots);
    }

    /** The picture as SVG text. */
    public String draw() {
        int width = Math.max(LEAST_WIDTH, 2 * LEFT + slots.size() * SLOT);
        Svg svg = Svg.image("columns", width, HEIGHT, id, title, description);
        svg.open("defs");
        svg.open(
                "pattern",
                "id",
                id + "-hatch",
                "width",
                5,
                "height",
                5,
                "patternUnits",
                "userSpaceOnUse",
                "patternTransform",
                "rotate(45)");
        svg.mark("path", "class", "column-hatch", "d", "M0 0V5");
        svg.close().close();
        svg.mark("path", "class", "column-floor", "d", "M" + LEFT + " " + FLOOR + "H" + (width - LEFT));
        double most = most();
        double x = LEFT;
        for (Slot slot : slots) {
            slot(svg, slot, x, most);
            x += SLOT;
        }
        return svg.done();
    }

    private double most() {
        return slots.stream()
                .flatMap(slot -> Stream.concat(
                        Stream.of(slot.planned(), slot.nameplate(), slot.actual()),
                        slot.aims().stream().map(Aim::value)))
                .filter(Objects::nonNull)
                .mapToDouble(BigDecimal::doubleValue)
                .max()
                .orElse(0);
    }

    private void slot(Svg svg, Slot slot, double x, double most) {
        column(svg, slot.planned(), "planned", x + 4, most, "column column-planned", "none");
        column(
                svg,
                slot.nameplate(),
                "nameplate",
                x + 8 + COLUMN,
                most,
                "column column-nameplate",
                "url(#" + id + "-hatch)");
        column(svg, slot.actual(), "made", x + 12 + 2 * COLUMN, most, "column column-actual", "");
        for (Aim aim : slot.aims()) {
            double y = y(aim.value(), most);
            // What plants made stands on the right, and the nation's output is often about as much.
            boolean onTheLeft = aim.look() == Aim.Look.OUTPUT;
            svg.open("g");
            svg.words("title", aim.name() + ": " + amount(aim.value()) + " t");
            svg.mark(
                    "path",
                    "class",
                    aim.look().classes,
                    "d",
                    "M" + Svg.decimal(x) + " " + Svg.decimal(y) + "h" + (SLOT - 6));
            svg.words(
                    "text",
                    shortened(aim.value()),
                    "class",
                    "column-aim-words",
                    "x",
                    onTheLeft ? x : x + SLOT - 6,
                    "y",
                    y - 4,
                    "text-anchor",
                    onTheLeft ? "start" : "end");
            svg.close();
        }
        svg.words(
                "text",
                slot.name(),
                "class",
                "column-name",
                "x",
                x + (SLOT - 4) / 2.0,
                "y",
                FLOOR + 20,
                "text-anchor",
                "middle");
    }

    private static void column(
            Svg svg, @Nullable BigDecimal value, String kind, double x, double most, String look, String filling) {
        double middle = x + COLUMN / 2.0;
        if (value == null) {
            svg.words("text", "–", "class", "column-words", "x", middle, "y", FLOOR - 4, "text-anchor", "middle");
            return;
        }
        double y = y(value, most);
        svg.open("g");
        svg.words("title", kind + ": " + amount(value) + " t a year");
        Object[] place = {"class", look, "x", x, "y", y, "width", COLUMN, "height", FLOOR - y};
        svg.mark("rect", filling.isEmpty() ? place : with(place, "fill", filling));
        svg.words(
                "text",
                shortened(value),
                "class",
                "column-words",
                "x",
                middle,
                "y",
                y - 4,
                "text-anchor",
                "middle",
                "font-size",
                LETTERS);
        svg.close();
    }

    private static Object[] with(Object[] attributes, Object... more) {
        return Stream.of(attributes, more).flatMap(Stream::of).toArray();
    }

    private static double y(BigDecimal value, double most) {
        return most == 0 ? FLOOR : FLOOR - (FLOOR - TOP) * value.doubleValue() / most;
    }

    private static String amount(BigDecimal value) {
        return String.format(Locale.US, "%,.3f", value).replaceAll("\\.?0+$", "");
    }

    /** Room is short: "10k", "1.3k"; the table has the figure in full. */
    private static String shortened(BigDecimal value) {
        double tonnes = value.doubleValue();
        if (tonnes >= 1_000_000) {
            return Svg.decimal(tonnes / 1_000_000) + "M";
        }
        return tonnes >= 1_000 ? Svg.decimal(tonnes / 1_000) + "k" : Svg.decimal(tonnes);
    }
}
