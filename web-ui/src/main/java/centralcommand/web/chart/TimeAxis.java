package centralcommand.web.chart;

import centralcommand.web.chart.TimelineChart.Group;
import centralcommand.web.chart.TimelineChart.Line;
import centralcommand.web.chart.TimelineChart.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Where a day lies on the chart: whole years, wide enough for every date that is shown and for today. */
record TimeAxis(LocalDate first, LocalDate end, double left, double right) {

    private static final double FINEST_QUARTER = 12;
    private static final double FINEST_YEAR = 36;

    static TimeAxis over(List<Group> groups, LocalDate today, double left, double right) {
        LocalDate first = today;
        LocalDate last = today;
        for (Period period : groups.stream()
                .flatMap(group -> group.lines().stream())
                .flatMap(TimeAxis::periods)
                .toList()) {
            first = period.first().isBefore(first) ? period.first() : first;
            last = period.last().isAfter(last) ? period.last() : last;
        }
        return new TimeAxis(first.withDayOfYear(1), last.withDayOfYear(1).plusYears(1), left, right);
    }

    private static Stream<Period> periods(Line line) {
        return Stream.of(line.original(), line.current(), line.forecast(), line.actual())
                .filter(Objects::nonNull);
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
