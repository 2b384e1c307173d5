package centralcommand.web.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.calendar.ClosureId;
import centralcommand.command.contract.calendar.ClosureKind;
import centralcommand.command.contract.shared.Agency;
import centralcommand.query.contract.calendar.Closures;
import centralcommand.query.contract.calendar.Closures.Holiday;
import centralcommand.query.contract.calendar.Closures.Row;
import centralcommand.web.Answers;
import centralcommand.web.Browser;
import centralcommand.web.RunningWeb;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarPagesTest {

    private final Browser browser = RunningWeb.browser();

    private static Closures closures(String viewer) {
        return new Closures(
                Answers.seenAs(viewer),
                List.of(
                        new Holiday("Independence Day", LocalDate.of(2026, 7, 4), LocalDate.of(2026, 7, 3)),
                        new Holiday("Christmas Day", LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 25))),
                List.of(new Row(
                        new ClosureId("lapse-2025"),
                        new Agency("ENERGY"),
                        ClosureKind.LAPSE_IN_APPROPRIATIONS,
                        LocalDate.of(2025, 10, 1),
                        null,
                        "No appropriation.",
                        "a notice",
                        LocalDate.of(2025, 9, 30),
                        77)));
    }

    @Test
    void holidays_show_their_observed_days_and_an_open_lapse_that_its_end_is_not_known() {
        RunningWeb.QUERIES.answers("/api/closures", 200, Answers.json(closures("CZAR")));
        browser.signIn("/calendar", "czar", null, "CZAR");
        assertThat(browser.get("/calendar").body())
                .contains(
                        "Jul 3, 2026",
                        "Jul 4, 2026",
                        "the same",
                        "Lapse in appropriations",
                        "Energy",
                        "Oct 1, 2025",
                        "not known yet",
                        "/events/77",
                        "/commands/declare-closure",
                        "/commands/end-closure?closureId=lapse-2025");
    }

    @Test
    void only_the_czars_office_is_offered_to_declare_and_to_end() {
        RunningWeb.QUERIES.answers("/api/closures", 200, Answers.json(closures("ENERGY")));
        browser.signIn("/calendar", "energy", "ENERGY", "AGENCY_STAFF");
        assertThat(browser.get("/calendar").body())
                .contains("Lapse in appropriations")
                .doesNotContain("declare-closure", "end-closure");
    }
}
