package centralcommand.schedule.calendar;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;

import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * The eleven legal public holidays of 5 U.S.C. 6103(a), from 1978 on. Earlier years are not known here: from 1971 to 1977 Veterans Day was a
 * Monday in October (Pub. L. 90-363, undone by Pub. L. 94-97), and before, several holidays fell on other days. Inauguration Day, 6103(c), is
 * one only in and around Washington and so is none here.
 */
public enum FederalHoliday {
    NEW_YEARS_DAY("New Year's Day", year -> LocalDate.of(year, Month.JANUARY, 1)),
    /** Since 1986: Pub. L. 98-144. */
    BIRTHDAY_OF_MARTIN_LUTHER_KING_JR(
            "Birthday of Martin Luther King, Jr.",
            1986,
            year -> LocalDate.of(year, Month.JANUARY, 1).with(dayOfWeekInMonth(3, MONDAY))),
    WASHINGTONS_BIRTHDAY(
            "Washington's Birthday",
            year -> LocalDate.of(year, Month.FEBRUARY, 1).with(dayOfWeekInMonth(3, MONDAY))),
    MEMORIAL_DAY("Memorial Day", year -> LocalDate.of(year, Month.MAY, 1).with(lastInMonth(MONDAY))),
    /** Since 2021: Pub. L. 117-17, signed two days before it. */
    JUNETEENTH("Juneteenth National Independence Day", 2021, year -> LocalDate.of(year, Month.JUNE, 19)),
    INDEPENDENCE_DAY("Independence Day", year -> LocalDate.of(year, Month.JULY, 4)),
    LABOR_DAY("Labor Day", year -> LocalDate.of(year, Month.SEPTEMBER, 1).with(dayOfWeekInMonth(1, MONDAY))),
    COLUMBUS_DAY("Columbus Day", year -> LocalDate.of(year, Month.OCTOBER, 1).with(dayOfWeekInMonth(2, MONDAY))),
    VETERANS_DAY("Veterans Day", year -> LocalDate.of(year, Month.NOVEMBER, 11)),
    THANKSGIVING_DAY(
            "Thanksgiving Day", year -> LocalDate.of(year, Month.NOVEMBER, 1).with(dayOfWeekInMonth(4, THURSDAY))),
    CHRISTMAS_DAY("Christmas Day", year -> LocalDate.of(year, Month.DECEMBER, 25));

    static final int FIRST_YEAR = 1978;

    private final String title;
    private final int since;
    private final IntFunction<LocalDate> day;

    FederalHoliday(String title, IntFunction<LocalDate> day) {
        this(title, FIRST_YEAR, day);
    }

    FederalHoliday(String title, int since, IntFunction<LocalDate> day) {
        this.title = title;
        this.since = since;
        this.day = day;
    }

    /** As the law calls it. */
    public String title() {
        return title;
    }

    /** The day that the law names; nothing before it was a holiday, and nothing before 1978, whether it was or not. */
    public Optional<LocalDate> legal(int year) {
        return year < since ? Optional.empty() : Optional.of(day.apply(year));
    }

    /**
     * The day on which those who work from Monday to Friday have it off, which for New Year's Day may lie in the year before: of a Saturday
     * the Friday (5 U.S.C. 6103(b)(1)), of a Sunday the Monday (Executive Order 11582, section 3(a)). Nothing
     * before it was a holiday, and nothing before 1978, whether it was or not.
     */
    public Optional<LocalDate> observed(int year) {
        return legal(year).map(legal -> switch (legal.getDayOfWeek()) {
            case SATURDAY -> legal.minusDays(1);
            case SUNDAY -> legal.plusDays(1);
            default -> legal;
        });
    }
}
