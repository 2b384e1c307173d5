package centralcommand.schedule.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkCalendarTest {
    private static final WorkCalendar FEDERAL = WorkCalendar.federal(List.of());

    /**
     * The days of 5 U.S.C. 6103 and Executive Order 11582, as OPM lists them. From the first to the last of a year, the calendar closes on no other
     * day from Monday to Friday.
     */
    @ParameterizedTest
    @CsvSource({
        "2021, '2021-01-01 2021-01-18 2021-02-15 2021-05-31 2021-06-18 2021-07-05 2021-09-06 2021-10-11 2021-11-11 2021-11-25 2021-12-24'",
        "2022, '2021-12-31 2022-01-17 2022-02-21 2022-05-30 2022-06-20 2022-07-04 2022-09-05 2022-10-10 2022-11-11 2022-11-24 2022-12-26'",
        "2023, '2023-01-02 2023-01-16 2023-02-20 2023-05-29 2023-06-19 2023-07-04 2023-09-04 2023-10-09 2023-11-10 2023-11-23 2023-12-25'",
        "2026, '2026-01-01 2026-01-19 2026-02-16 2026-05-25 2026-06-19 2026-07-03 2026-09-07 2026-10-12 2026-11-11 2026-11-26 2026-12-25'",
        "2027, '2027-01-01 2027-01-18 2027-02-15 2027-05-31 2027-06-18 2027-07-05 2027-09-06 2027-10-11 2027-11-11 2027-11-25 2027-12-24'",
        "2028, '2027-12-31 2028-01-17 2028-02-21 2028-05-29 2028-06-19 2028-07-04 2028-09-04 2028-10-09 2028-11-10 2028-11-23 2028-12-25'",
        "2029, '2029-01-01 2029-01-15 2029-02-19 2029-05-28 2029-06-19 2029-07-04 2029-09-03 2029-10-08 2029-11-12 2029-11-22 2029-12-25'",
        "2030, '2030-01-01 2030-01-21 2030-02-18 2030-05-27 2030-06-19 2030-07-04 2030-09-02 2030-10-14 2030-11-11 2030-11-28 2030-12-25'"
    })
    void holidays_are_observed_on_the_days_that_the_law_gives(int year, String days) {
        assertThat(Arrays.stream(FederalHoliday.values())
                        .map(holiday -> holiday.observed(year))
                        .flatMap(Optional::stream)
                        .map(LocalDate::toString))
                .containsExactly(days.split(" "));
        var listed = Arrays.stream(days.split(" ")).map(LocalDate::parse).toList();
        assertThat(listed.getFirst()
                        .datesUntil(listed.getLast().plusDays(1))
                        .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                        .filter(day -> !FEDERAL.isWorkingDay(day)))
                .containsExactlyElementsOf(listed);
    }

    @Test
    void a_holiday_is_none_before_its_law() {
        assertThat(FederalHoliday.JUNETEENTH.observed(2020)).isEmpty();
        assertThat(FederalHoliday.BIRTHDAY_OF_MARTIN_LUTHER_KING_JR.observed(1985))
                .isEmpty();
        assertThat(FEDERAL.isWorkingDay(LocalDate.of(2020, 6, 19))).isTrue();
    }

    /** In 1977 Veterans Day was the fourth Monday of October. */
    @Test
    void the_calendar_begins_with_the_rules_that_it_knows() {
        assertThat(FederalHoliday.values())
                .allSatisfy(holiday -> assertThat(holiday.observed(1977)).isEmpty());
        assertThat(FEDERAL.isWorkingDay(LocalDate.of(1977, 12, 30))).isFalse();
        assertThat(FEDERAL.closedFor(LocalDate.of(1977, 11, 11))).isEmpty();
        assertThat(FEDERAL.closedFor(LocalDate.of(1978, 1, 2))).contains("New Year's Day");
        assertThat(FEDERAL.after(LocalDate.of(1960, 1, 1), 1)).isEqualTo(LocalDate.of(1978, 1, 3));
    }

    @Test
    void new_years_day_on_a_saturday_closes_the_last_day_of_the_year_before() {
        var day = LocalDate.of(2021, 12, 31);
        assertThat(FEDERAL.isWorkingDay(day)).isFalse();
        assertThat(FEDERAL.closedFor(day)).contains("New Year's Day");
    }

    /** The permitting dashboard's missed date of 26 January 2018 was told of on the fifth business day after. */
    @Test
    void a_notice_falls_on_the_fifth_business_day_after() {
        assertThat(FEDERAL.after(LocalDate.of(2018, 1, 26), 5)).isEqualTo(LocalDate.of(2018, 2, 2));
        assertThat(FEDERAL.after(LocalDate.of(2018, 1, 27), 5)).isEqualTo(LocalDate.of(2018, 2, 2));
        assertThat(FEDERAL.after(LocalDate.of(2018, 1, 12), 5)).isEqualTo(LocalDate.of(2018, 1, 22));
    }

    @Test
    void closures_stop_the_clock_and_say_why() {
        var first = LocalDate.of(2025, 10, 1);
        var last = LocalDate.of(2025, 11, 12);
        var lapsed = WorkCalendar.federal(List.of(new Closure(first, last, "Lapse in appropriations")));
        assertThat(lapsed.workingDays(first, last.plusDays(1))).isZero();
        assertThat(FEDERAL.workingDays(first, last.plusDays(1))).isEqualTo(29);
        assertThat(lapsed.after(first.minusDays(1), 1)).isEqualTo(last.plusDays(1));
        assertThat(lapsed.closedFor(first)).contains("Lapse in appropriations");
        assertThat(lapsed.closedFor(last.plusDays(1))).isEmpty();
        var saturday = LocalDate.of(2025, 10, 4);
        assertThat(lapsed.closedFor(saturday)).isEmpty();
        assertThat(lapsed.closedFor(saturday.minusDays(1))).contains("Lapse in appropriations");
    }

    @Test
    void days_between_are_counted_both_ways_and_the_calendar_ends_nowhere_with_an_error() {
        var monday = LocalDate.of(2026, 11, 23);
        assertThat(FEDERAL.workingDays(monday, monday.plusDays(7))).isEqualTo(4);
        assertThat(FEDERAL.workingDays(monday.plusDays(7), monday)).isEqualTo(-4);
        assertThat(FEDERAL.after(LocalDate.of(2199, 12, 30), 1_000)).isEqualTo(LocalDate.of(2199, 12, 31));
        assertThat(FEDERAL.after(monday, Integer.MAX_VALUE)).isEqualTo(LocalDate.of(2199, 12, 31));
        assertThat(FEDERAL.isWorkingDay(LocalDate.of(1776, 7, 4))).isFalse();
        assertThat(FEDERAL.isWorkingDay(LocalDate.MAX)).isFalse();
    }
}
