package centralcommand.command.contract.shared;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;

/**
 * How exactly a date was stated. A date is kept by the last day of its period; the period's first day gives the other
 * end of every interval. The nominal width decides when a move is too small to be called a slip.
 */
public enum Precision {
    DAY(1),
    MONTH(28),
    QUARTER(90),
    SEASON(90),
    HALF(181),
    EARLY_YEAR(90),
    MID_YEAR(90),
    LATE_YEAR(90),
    YEAR(365),
    /** A fiscal year, whose year is in the words as stated: the given date is taken as its last day. */
    FISCAL_YEAR(365);

    private final int widthDays;

    Precision(int widthDays) {
        this.widthDays = widthDays;
    }

    /** Nominal width in days; a move of fewer days than the coarser of two widths is within precision. */
    public int widthDays() {
        return widthDays;
    }

    /** The last day of the period that holds the day. */
    public LocalDate last(LocalDate day) {
        return switch (this) {
            case DAY, FISCAL_YEAR -> day;
            case MONTH -> YearMonth.from(day).atEndOfMonth();
            case QUARTER ->
                YearMonth.of(day.getYear(), (day.getMonthValue() + 2) / 3 * 3).atEndOfMonth();
            case SEASON -> lastOfSeason(day);
            case HALF ->
                YearMonth.of(day.getYear(), day.getMonthValue() <= 6 ? 6 : 12).atEndOfMonth();
            case EARLY_YEAR -> LocalDate.of(day.getYear(), Month.MARCH, 31);
            case MID_YEAR -> LocalDate.of(day.getYear(), Month.JUNE, 30);
            case LATE_YEAR, YEAR -> LocalDate.of(day.getYear(), Month.DECEMBER, 31);
        };
    }

    /** The first day of the period whose last day is given. */
    public LocalDate first(LocalDate last) {
        return switch (this) {
            case DAY -> last;
            case MONTH -> last.withDayOfMonth(1);
            case QUARTER, SEASON, EARLY_YEAR, MID_YEAR, LATE_YEAR -> firstOfMonths(last, 3);
            case HALF -> firstOfMonths(last, 6);
            case YEAR -> LocalDate.of(last.getYear(), Month.JANUARY, 1);
            case FISCAL_YEAR -> last.plus(1, DAYS).minusYears(1);
        };
    }

    private static LocalDate firstOfMonths(LocalDate last, int months) {
        return YearMonth.from(last).minusMonths(months - 1L).atDay(1);
    }

    /** Spring ends in May, summer in August, autumn in November, winter in February. */
    private static LocalDate lastOfSeason(LocalDate day) {
        int toQuarterEnd = Math.floorMod(2 - day.getMonthValue(), 3);
        return YearMonth.from(day).plusMonths(toQuarterEnd).atEndOfMonth();
    }
}
