package centralcommand.command.server.schedule;

import static centralcommand.command.server.decision.History.APPROVER;
import static centralcommand.command.server.decision.History.CZAR;
import static centralcommand.command.server.decision.History.ENERGY;
import static centralcommand.command.server.decision.History.STAFF;
import static centralcommand.command.server.decision.History.accepted;
import static centralcommand.command.server.decision.History.refusal;
import static centralcommand.command.server.decision.Samples.OPENING;
import static centralcommand.command.server.decision.Samples.PLANT;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.calendar.CalendarEvent.ClosureDeclared;
import centralcommand.command.contract.calendar.ClosureId;
import centralcommand.command.contract.calendar.ClosureKind;
import centralcommand.command.contract.clearance.ClearanceEvent.EntryCorrected;
import centralcommand.command.contract.program.ProgramEvent.ProgramApproved;
import centralcommand.command.contract.schedule.ActivityCommand;
import centralcommand.command.contract.schedule.ActivityCommand.NoticeLapsedPause;
import centralcommand.command.contract.schedule.ActivityCommand.NoticeMissedDate;
import centralcommand.command.contract.schedule.ActivityEvent.MilestonePaused;
import centralcommand.command.contract.schedule.ActivityEvent.MilestoneResumed;
import centralcommand.command.contract.schedule.ActivityEvent.MissedDateNoticed;
import centralcommand.command.contract.schedule.ActivityEvent.PauseLapsed;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.PauseReason;
import centralcommand.command.contract.schedule.PlannedMilestone;
import centralcommand.command.contract.schedule.ScheduleEvent;
import centralcommand.command.contract.schedule.ScheduleEvent.ActualReported;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineApproved;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Role;
import centralcommand.command.contract.shared.StatedDate;
import centralcommand.command.server.decision.Actor;
import centralcommand.command.server.decision.Context;
import centralcommand.command.server.decision.Decision;
import centralcommand.command.server.decision.History;
import centralcommand.command.server.decision.ProgramStanding;
import centralcommand.command.server.decision.ProgramStatus;
import centralcommand.command.server.decision.Samples;
import centralcommand.command.server.directory.Fact;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NoticesTest {
    private static final Actor SYSTEM = new Actor("system", null, Set.of(Role.SYSTEM));
    private static final LocalDate TARGET = LocalDate.of(2018, 1, 26);
    private static final LocalDate DUE = LocalDate.of(2018, 2, 2);
    private static final NoticeMissedDate MISSED = new NoticeMissedDate(PLANT, OPENING, TARGET);

    private static History promised(LocalDate date, Precision precision) {
        History history = Samples.departments();
        history.released(STAFF, Samples.proposed(PLANT, ENERGY, List.of()));
        history.record(CZAR, new ProgramApproved(PLANT));
        history.released(
                STAFF,
                Samples.promised(
                        PLANT, 1, new PlannedMilestone(OPENING, "Opening", date, precision, null, null, null)));
        history.record(APPROVER, new BaselineApproved(PLANT, 1));
        return history;
    }

    private static History promised() {
        return promised(TARGET, Precision.DAY);
    }

    private static Notices on(LocalDate today, History history, ProgramStatus status) {
        Schedule schedule = Schedule.NONE;
        for (Fact fact : history.in(PLANT)) {
            if (fact.event() instanceof ScheduleEvent e) {
                schedule = schedule.evolve(e, fact.sequence());
            }
        }
        return new Notices(
                schedule,
                new ProgramStanding(PLANT, status, ENERGY, List.of()),
                new Context(today, SYSTEM, OptionalLong.empty(), history.directory()));
    }

    private static List<ActivityCommand> due(LocalDate today, History history) {
        return on(today, history, ProgramStatus.ACTIVE).due();
    }

    private static Decision decide(LocalDate today, History history, ActivityCommand notice) {
        return on(today, history, ProgramStatus.ACTIVE).decide(notice);
    }

    private static ActualReported reached(LocalDate day) {
        return new ActualReported(
                PLANT,
                OPENING,
                new StatedDate(day, Precision.DAY, ""),
                null,
                null,
                "",
                "a photograph",
                Samples.said(day));
    }

    private static MilestonePaused paused(LocalDate day) {
        return new MilestonePaused(PLANT, OPENING, PauseReason.LITIGATION, "a court", Samples.said(day));
    }

    /** FAST-41: a target of 26 January 2018, a Friday, is noticed on 2 February. */
    @Test
    void a_missed_date_is_noticed_on_the_fifth_business_day_after_it_and_not_before() {
        assertThat(due(DUE.minusDays(1), promised())).isEmpty();
        assertThat(refusal(decide(DUE.minusDays(1), promised(), MISSED))).isEqualTo("RULE NOTICE_NOT_DUE");
        assertThat(due(DUE, promised())).containsExactly(MISSED);
        assertThat(accepted(decide(DUE, promised(), MISSED)))
                .containsExactly(new MissedDateNoticed(PLANT, OPENING, TARGET));
    }

    @Test
    void a_promise_for_a_quarter_is_missed_after_its_last_day() {
        History history = promised(LocalDate.of(2026, 1, 10), Precision.QUARTER);
        assertThat(due(LocalDate.of(2026, 4, 6), history)).isEmpty();
        assertThat(due(LocalDate.of(2026, 4, 7), history))
                .containsExactly(new NoticeMissedDate(PLANT, OPENING, LocalDate.of(2026, 3, 31)));
    }

    @Test
    void a_date_is_noticed_once() {
        History history = promised();
        history.record(SYSTEM, new MissedDateNoticed(PLANT, OPENING, TARGET));
        assertThat(due(DUE.plusYears(1), history)).isEmpty();
        assertThat(accepted(decide(DUE.plusYears(1), history, MISSED))).isEmpty();
    }

    @Test
    void only_the_date_that_holds_is_noticed() {
        assertThat(refusal(decide(DUE, promised(), new NoticeMissedDate(PLANT, OPENING, TARGET.minusDays(1)))))
                .isEqualTo("RULE NOT_PROMISED_FOR_THAT_DAY promised");
        assertThat(refusal(decide(DUE, promised(), new NoticeMissedDate(PLANT, new MilestoneId("elsewhere"), TARGET))))
                .isEqualTo("UNKNOWN UNKNOWN_MILESTONE milestoneId");
    }

    @Test
    void what_was_reached_is_not_missed_until_that_report_is_struck() {
        History history = promised();
        long actual = history.released(STAFF, reached(TARGET));
        assertThat(due(DUE, history)).isEmpty();
        assertThat(refusal(decide(DUE, history, MISSED))).isEqualTo("RULE MILESTONE_REACHED milestoneId");
        history.released(STAFF, new EntryCorrected(ENERGY, actual, "wrong", Samples.said(DUE)));
        assertThat(due(DUE, history)).containsExactly(MISSED);
    }

    @Test
    void an_unreleased_report_is_not_given_away_by_a_notice_that_does_not_come() {
        History history = promised();
        long actual = history.record(STAFF, reached(TARGET));
        assertThat(due(DUE, history)).containsExactly(MISSED);
        history.release(STAFF, actual);
        assertThat(due(DUE, history)).isEmpty();
    }

    @Test
    void only_an_active_program_misses_dates() {
        for (ProgramStatus status : ProgramStatus.values()) {
            boolean active = status == ProgramStatus.ACTIVE;
            assertThat(on(DUE, promised(), status).due()).hasSize(active ? 1 : 0);
            Decision decision = on(DUE, promised(), status).decide(MISSED);
            assertThat(decision instanceof Decision.Accepted).as(status.name()).isEqualTo(active);
        }
    }

    @Test
    void a_lapse_stops_the_clock_of_its_agency_as_long_as_it_lasts() {
        History history = promised();
        history.record(
                CZAR,
                new ClosureDeclared(
                        new ClosureId("lapse"),
                        ENERGY,
                        ClosureKind.LAPSE_IN_APPROPRIATIONS,
                        LocalDate.of(2018, 1, 29),
                        null,
                        "no appropriation",
                        Samples.said(TARGET)));
        assertThat(due(DUE.plusYears(1), history)).isEmpty();
    }

    @Test
    void a_paused_milestone_misses_nothing_until_its_pause_has_lapsed_or_ended() {
        History history = promised();
        history.released(STAFF, paused(LocalDate.of(2018, 1, 10)));
        LocalDate held = LocalDate.of(2018, 4, 10);
        NoticeLapsedPause lapsed = new NoticeLapsedPause(PLANT, OPENING, held);
        assertThat(due(held, history)).isEmpty();
        assertThat(refusal(decide(held, history, MISSED))).isEqualTo("RULE MILESTONE_PAUSED milestoneId");
        assertThat(refusal(decide(held, history, lapsed))).isEqualTo("RULE NOTICE_NOT_DUE");
        assertThat(due(held.plusDays(1), history)).containsExactly(MISSED, lapsed);
        assertThat(accepted(decide(held.plusDays(1), history, lapsed)))
                .containsExactly(new PauseLapsed(PLANT, OPENING, held));
        history.record(SYSTEM, new PauseLapsed(PLANT, OPENING, held));
        assertThat(due(held.plusDays(1), history)).containsExactly(MISSED);
    }

    @Test
    void a_pause_that_begins_after_the_day_was_missed_excuses_nothing() {
        History history = promised();
        history.released(STAFF, paused(TARGET.plusDays(3)));
        assertThat(due(DUE, history)).containsExactly(MISSED);
        History onTheDay = promised();
        onTheDay.released(STAFF, paused(TARGET));
        assertThat(due(DUE, onTheDay)).isEmpty();
    }

    @Test
    void a_renewed_pause_holds_three_months_from_its_renewal_and_a_resumed_one_lapses_no_more() {
        History history = promised();
        history.released(STAFF, paused(LocalDate.of(2018, 1, 10)));
        history.released(STAFF, paused(LocalDate.of(2018, 4, 10)));
        assertThat(due(LocalDate.of(2018, 7, 10), history)).isEmpty();
        assertThat(due(LocalDate.of(2018, 7, 11), history))
                .contains(new NoticeLapsedPause(PLANT, OPENING, LocalDate.of(2018, 7, 10)));
        assertThat(refusal(decide(
                        LocalDate.of(2018, 7, 11),
                        history,
                        new NoticeLapsedPause(PLANT, OPENING, LocalDate.of(2018, 4, 10)))))
                .isEqualTo("RULE NO_PAUSE_UNTIL_THAT_DAY renewedUntil");
        history.released(
                STAFF, new MilestoneResumed(PLANT, OPENING, "on we go", Samples.said(LocalDate.of(2018, 7, 1))));
        assertThat(due(LocalDate.of(2018, 7, 11), history)).containsExactly(MISSED);
    }
}
