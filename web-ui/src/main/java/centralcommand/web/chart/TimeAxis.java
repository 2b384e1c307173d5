package centralcommand.web.chart;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** Where a day lies on the chart: whole years, wide enough for every date that is shown and for today. */
record TimeAxis(LocalDate first, LocalDate end, double left, double right) {

    private static final double FINEST_QUARTER = 12;
    private static final double FINEST_YEAR = 36;

    static TimeAxis over(Stream<LocalDate> days, LocalDate today, double left, double right) {
        LocalDate first = today;
        LocalDate last = today;
        for (LocalDate day : days.toList()) {
            first = day.isBefore(first) ? day : first;
            last = day.isAfter(last) ? day : last;
        }
        return new TimeAxis(first.withDayOfYear(1), last.withDayOfYear(1).plusYears(1), left, right);
    }

    /** Lines at years and quarters, and at today. */
    void draw(Svg svg, int top, int bottom, LocalDate today) {
        for (LocalDate quarter : quarters()) {
            svg.mark(
                    "path", "class", "timeline-quarter", "d", "M" + Svg.decimal(x(quarter)) + " " + top + "V" + bottom);
        }
        for (LocalDate year : years()) {
            svg.mark("path", "class", "timeline-year", "d", "M" + Svg.decimal(x(year)) + " 22V" + bottom);
            svg.words(
                    "text", Integer.toString(year.getYear()), "class", "timeline-year-name", "x", x(year) + 4, "y", 35);
        }
        svg.mark("path", "class", "timeline-today", "d", "M" + Svg.decimal(x(today)) + " 16V" + bottom);
        svg.words("text", "today", "class", "timeline-today-name", "x", x(today), "y", 12, "text-anchor", "middle");
    }

    double x(LocalDate day) {
        return left + (right - left) * ChronoUnit.DAYS.between(first, day) / ChronoUnit.DAYS.between(first, end);
    }

    /** First days of years, as many as can be labelled. */
    List<LocalDate> years() {
        long every = Math.max(1, (long) Math.ceil(FINEST_YEAR / widthOfYear()));
        return first.datesUntil(end, java.time.Period.ofYears(Math.toIntExact(every)))
                .toList();
    }

    /** First days of the quarters within the years; none where they would stand too close. */
    List<LocalDate> quarters() {
        if (widthOfYear() / 4 < FINEST_QUARTER) {
            return List.of();
        }
        return first.datesUntil(end, java.time.Period.ofMonths(3))
                .filter(day -> day.getMonthValue() != 1)
                .toList();
    }

    private double widthOfYear() {
        return (right - left) / ChronoUnit.YEARS.between(first, end);
    }
}
