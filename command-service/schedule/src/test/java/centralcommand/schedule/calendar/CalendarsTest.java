package centralcommand.schedule.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarsTest {
    private static final LocalDate DAY = LocalDate.of(2025, 12, 24);
    private static final Closure EVE = new Closure(DAY, DAY, "an order");
    private static final Closure AFTER = new Closure(DAY.plusDays(2), DAY.plusDays(2), "an order");

    @Test
    void the_same_closures_in_any_order_make_one_calendar() {
        assertThat(Calendars.federal(List.of(EVE, AFTER))).isSameAs(Calendars.federal(List.of(AFTER, EVE, EVE)));
        assertThat(Calendars.federal(List.of(EVE)).isWorkingDay(AFTER.first())).isTrue();
        assertThat(Calendars.federal(List.of(EVE, AFTER)).isWorkingDay(AFTER.first()))
                .isFalse();
    }

    @Test
    void a_closure_without_an_end_goes_through_today() {
        assertThat(Closure.asOf(DAY, DAY, null, "a lapse")).contains(new Closure(DAY, DAY, "a lapse"));
        assertThat(Closure.asOf(DAY.plusDays(9), DAY, null, "a lapse"))
                .contains(new Closure(DAY, DAY.plusDays(9), "a lapse"));
        assertThat(Closure.asOf(DAY.minusDays(1), DAY, null, "a lapse")).isEmpty();
    }

    @Test
    void a_closure_with_an_end_is_the_same_on_any_day() {
        assertThat(Closure.asOf(DAY.minusYears(1), DAY, DAY, "an order")).contains(new Closure(DAY, DAY, "an order"));
    }
}
