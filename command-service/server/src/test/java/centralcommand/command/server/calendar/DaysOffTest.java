package centralcommand.command.server.calendar;

import static centralcommand.command.server.decision.History.CZAR;
import static centralcommand.command.server.decision.History.DEFENSE;
import static centralcommand.command.server.decision.History.ENERGY;
import static centralcommand.command.server.decision.History.TODAY;
import static centralcommand.command.server.decision.History.accepted;
import static centralcommand.command.server.decision.History.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.calendar.CalendarCommand;
import centralcommand.command.contract.calendar.CalendarCommand.DeclareClosure;
import centralcommand.command.contract.calendar.CalendarCommand.EndClosure;
import centralcommand.command.contract.calendar.CalendarEvent;
import centralcommand.command.contract.calendar.CalendarEvent.ClosureDeclared;
import centralcommand.command.contract.calendar.CalendarEvent.ClosureEnded;
import centralcommand.command.contract.calendar.ClosureId;
import centralcommand.command.contract.calendar.ClosureKind;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Provenance.Marking;
import centralcommand.command.contract.shared.Stated;
import centralcommand.command.server.decision.Decision;
import centralcommand.command.server.decision.History;
import centralcommand.command.server.decision.Samples;
import centralcommand.command.server.directory.Streams;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DaysOffTest {
    private static final ClosureId LAPSE = new ClosureId("lapse");
    private static final LocalDate FIRST = LocalDate.of(2026, 6, 8);

    private static DeclareClosure declare(
            ClosureId id, @Nullable Agency agency, @Nullable LocalDate last, Stated stated) {
        return new DeclareClosure(
                id, agency, ClosureKind.LAPSE_IN_APPROPRIATIONS, FIRST, last, "no appropriation", stated);
    }

    private static ClosureDeclared declared(@Nullable LocalDate last) {
        return new ClosureDeclared(
                LAPSE,
                ENERGY,
                ClosureKind.LAPSE_IN_APPROPRIATIONS,
                FIRST,
                last,
                "no appropriation",
                Samples.said(TODAY));
    }

    private static Decision decide(History history, CalendarCommand command) {
        DaysOff state = history.in(Streams.of(command.closureId())).stream()
                .map(fact -> (CalendarEvent) fact.event())
                .reduce((DaysOff) new DaysOff.Undeclared(), DaysOff::evolve, (one, other) -> other);
        return DaysOff.decide(state, command, history.by(CZAR));
    }

    private static History open() {
        History history = Samples.departments();
        history.record(CZAR, declared(null));
        return history;
    }

    @Test
    void a_closure_is_declared_with_its_end_or_open() {
        Stated stated = Samples.stated(TODAY);
        assertThat(accepted(decide(Samples.departments(), declare(LAPSE, ENERGY, null, stated))))
                .containsExactly(declared(null));
        assertThat(accepted(decide(Samples.departments(), declare(LAPSE, ENERGY, FIRST, stated))))
                .containsExactly(declared(FIRST));
    }

    @Test
    void one_of_all_agencies_may_overlap_one_of_a_single_agency() {
        assertThat(accepted(decide(open(), declare(new ClosureId("another"), null, FIRST, Stated.PLAIN))))
                .hasSize(1);
    }

    private static DeclareClosure closed(String first, @Nullable String last, Stated stated) {
        return new DeclareClosure(
                new ClosureId("another"),
                ENERGY,
                ClosureKind.LAPSE_IN_APPROPRIATIONS,
                LocalDate.parse(first),
                last == null ? null : LocalDate.parse(last),
                "no appropriation",
                stated);
    }

    @Test
    void two_of_the_same_agency_have_no_day_in_common() {
        History ended = open();
        ended.record(CZAR, new ClosureEnded(LAPSE, LocalDate.of(2026, 6, 10)));
        assertThat(decide(ended, closed("2026-06-10", "2026-06-12", Stated.PLAIN)))
                .isEqualTo(Decision.reject(
                        CalendarRejections.overlaps(FIRST, LocalDate.of(2026, 6, 10), "no appropriation")));
        assertThat(CalendarRejections.overlaps(FIRST, LocalDate.of(2026, 6, 10), "no appropriation")
                        .sentence())
                .isEqualTo(
                        "The same days are closed already, from 2026-06-08 to 2026-06-10 (no appropriation). Declare only the days that are not.");
        assertThat(accepted(decide(ended, closed("2026-06-11", "2026-06-12", Stated.PLAIN))))
                .hasSize(1);
        assertThat(accepted(decide(ended, closed("2026-06-11", null, Stated.PLAIN))))
                .hasSize(1);
    }

    /** Days after today may be closed by an order while nobody knows the end of the lapse. */
    @Test
    void an_open_one_has_closed_the_days_up_to_today_and_two_are_never_open() {
        assertThat(refusal(decide(open(), closed("2026-06-01", "2026-06-08", Stated.PLAIN))))
                .isEqualTo("RULE CLOSURE_OVERLAPS first");
        assertThat(refusal(decide(open(), closed(TODAY.toString(), TODAY.toString(), Stated.PLAIN))))
                .isEqualTo("RULE CLOSURE_OVERLAPS first");
        assertThat(refusal(decide(open(), closed(TODAY.plusDays(9).toString(), null, Stated.PLAIN))))
                .isEqualTo("RULE CLOSURE_OVERLAPS first");
        assertThat(accepted(decide(
                        open(),
                        closed(TODAY.plusDays(1).toString(), TODAY.plusDays(1).toString(), Stated.PLAIN))))
                .hasSize(1);
    }

    @Test
    void none_is_longer_than_a_year() {
        assertThat(refusal(decide(Samples.departments(), closed("2026-01-01", "2035-12-31", Stated.PLAIN))))
                .isEqualTo("RULE CLOSURE_TOO_LONG last");
        assertThat(refusal(decide(Samples.departments(), closed("2026-01-01", "2027-01-01", Stated.PLAIN))))
                .isEqualTo("RULE CLOSURE_TOO_LONG last");
        assertThat(accepted(decide(Samples.departments(), closed("2026-01-01", "2026-12-31", Stated.PLAIN))))
                .hasSize(1);
        assertThat(refusal(decide(Samples.departments(), closed("1990-10-01", null, Stated.PLAIN))))
                .isEqualTo("RULE CLOSURE_TOO_LONG first");
    }

    @Test
    void none_was_over_for_two_years_when_it_was_stated() {
        assertThat(refusal(decide(Samples.departments(), closed("1990-10-06", "1990-10-08", Stated.PLAIN))))
                .isEqualTo("RULE CLOSURE_LONG_OVER last");
        String justOver = TODAY.minusYears(2).toString();
        assertThat(accepted(decide(Samples.departments(), closed(justOver, justOver, Stated.PLAIN))))
                .hasSize(1);
        assertThat(accepted(decide(
                        Samples.departments(),
                        closed("2018-12-22", "2019-01-25", Samples.stated(LocalDate.of(2019, 1, 26))))))
                .hasSize(1);
    }

    @Test
    void the_agency_is_registered_the_id_is_free_and_nothing_is_stated_in_the_future_or_marked() {
        assertThat(refusal(decide(Samples.departments(), declare(LAPSE, new Agency("TREASURY"), null, Stated.PLAIN))))
                .isEqualTo("UNKNOWN UNKNOWN_AGENCY agency");
        assertThat(refusal(decide(Samples.departments(), declare(new ClosureId("energy"), null, null, Stated.PLAIN))))
                .isEqualTo("RULE ID_TAKEN closureId");
        assertThat(refusal(decide(open(), declare(LAPSE, ENERGY, null, Stated.PLAIN))))
                .isEqualTo("RULE ID_TAKEN closureId");
        assertThat(refusal(
                        decide(Samples.departments(), declare(LAPSE, null, null, Samples.stated(TODAY.plusDays(1))))))
                .isEqualTo("RULE STATED_IN_FUTURE statedOn");
        assertThat(refusal(decide(
                        Samples.departments(),
                        declare(LAPSE, null, null, new Stated(null, null, null, null, Marking.CUI, null)))))
                .isEqualTo("RULE CLOSURE_MARKED marking");
    }

    @Test
    void an_open_closure_ends_from_its_first_day_on_and_not_in_the_future() {
        assertThat(accepted(decide(open(), new EndClosure(LAPSE, FIRST))))
                .containsExactly(new ClosureEnded(LAPSE, FIRST));
        assertThat(accepted(decide(open(), new EndClosure(LAPSE, TODAY))))
                .containsExactly(new ClosureEnded(LAPSE, TODAY));
        assertThat(refusal(decide(open(), new EndClosure(LAPSE, FIRST.minusDays(1)))))
                .isEqualTo("RULE CLOSURE_ENDS_BEFORE_IT_BEGINS last");
        assertThat(refusal(decide(open(), new EndClosure(LAPSE, TODAY.plusDays(1)))))
                .isEqualTo("RULE CLOSURE_ENDS_IN_FUTURE last");
    }

    @Test
    void only_an_open_closure_can_be_ended_and_the_same_end_again_changes_nothing() {
        assertThat(refusal(decide(Samples.departments(), new EndClosure(LAPSE, FIRST))))
                .isEqualTo("UNKNOWN UNKNOWN_CLOSURE closureId");
        History ended = open();
        ended.record(CZAR, new ClosureEnded(LAPSE, FIRST));
        assertThat(accepted(decide(ended, new EndClosure(LAPSE, FIRST)))).isEmpty();
        assertThat(refusal(decide(ended, new EndClosure(LAPSE, TODAY)))).isEqualTo("RULE CLOSURE_NOT_OPEN closureId");
    }

    @Test
    void an_open_lapse_closes_its_agency_through_today_and_no_other() {
        LocalDate friday = LocalDate.of(2026, 6, 5);
        assertThat(open().directory().calendarOf(ENERGY, TODAY).after(friday, 1))
                .isEqualTo("2026-06-16");
        assertThat(open().directory().calendarOf(DEFENSE, TODAY).after(friday, 1))
                .isEqualTo("2026-06-08");
        assertThat(open().directory().calendarOf(ENERGY, FIRST.minusDays(1)).after(friday, 1))
                .isEqualTo("2026-06-08");
    }

    @Test
    void an_ended_lapse_closes_no_day_after_its_last() {
        History history = open();
        history.record(CZAR, new ClosureEnded(LAPSE, LocalDate.of(2026, 6, 10)));
        assertThat(history.directory().calendarOf(ENERGY, TODAY).after(LocalDate.of(2026, 6, 5), 1))
                .isEqualTo("2026-06-11");
    }
}
