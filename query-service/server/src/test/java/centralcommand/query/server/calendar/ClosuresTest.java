package centralcommand.query.server.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.calendar.CalendarEvent.ClosureDeclared;
import centralcommand.command.contract.calendar.CalendarEvent.ClosureEnded;
import centralcommand.command.contract.calendar.ClosureId;
import centralcommand.command.contract.calendar.ClosureKind;
import centralcommand.command.contract.shared.Agency;
import centralcommand.query.contract.calendar.Closures.Holiday;
import centralcommand.query.contract.calendar.Closures.Row;
import centralcommand.query.server.portfolio.Portfolio;
import centralcommand.query.server.told.History;
import centralcommand.query.server.told.Looking;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClosuresTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 10, 3);
    private static final ClosureId LAPSE = new ClosureId("lapse");
    private static final Agency OTHER = new Agency("COMMERCE");

    private static History lapse(@Nullable LocalDate last) {
        History history = new History();
        history.says(
                History.CZAR,
                new ClosureDeclared(
                        LAPSE,
                        History.ENERGY,
                        ClosureKind.LAPSE_IN_APPROPRIATIONS,
                        LocalDate.of(2025, 10, 1),
                        last,
                        "no appropriation",
                        History.on("2025-09-30")));
        return history;
    }

    private static LocalDate fifthDayAfter(History history, Agency agency, LocalDate day, LocalDate today) {
        Portfolio portfolio = Looking.asCzar(history, today).portfolio();
        return portfolio.calendarOf(agency, today).after(day, 5);
    }

    @Test
    void an_open_lapse_stops_the_clock_of_its_agency_through_today_and_of_no_other() {
        LocalDate friday = LocalDate.of(2025, 9, 26);
        assertThat(fifthDayAfter(lapse(null), History.ENERGY, friday, TODAY)).isEqualTo("2025-10-08");
        assertThat(fifthDayAfter(lapse(null), OTHER, friday, TODAY)).isEqualTo("2025-10-03");
        assertThat(fifthDayAfter(lapse(null), History.ENERGY, friday, LocalDate.of(2025, 10, 8)))
                .isEqualTo("2025-10-14");
    }

    @Test
    void a_lapse_that_ended_stops_no_clock_after_its_last_day() {
        History history = lapse(null);
        history.says(History.CZAR, new ClosureEnded(LAPSE, LocalDate.of(2025, 10, 2)));
        assertThat(fifthDayAfter(history, History.ENERGY, LocalDate.of(2025, 9, 26), TODAY))
                .isEqualTo("2025-10-07");
        assertThat(ClosuresView.of(Looking.asCzar(history, TODAY)).rows())
                .extracting(Row::last)
                .containsExactly(LocalDate.of(2025, 10, 2));
    }

    @Test
    void holidays_of_this_year_and_the_next_come_with_their_days_off() {
        assertThat(ClosuresView.of(Looking.asCzar(lapse(null), TODAY)).holidays())
                .hasSize(22)
                .contains(
                        new Holiday("Independence Day", LocalDate.of(2026, 7, 4), LocalDate.of(2026, 7, 3)),
                        new Holiday("Christmas Day", LocalDate.of(2025, 12, 25), LocalDate.of(2025, 12, 25)));
    }

    @Test
    void everyone_sees_closures_since_they_bind_everyone() {
        assertThat(ClosuresView.of(Looking.asEnergy(lapse(null), "energy")).rows())
                .hasSize(1);
    }
}
