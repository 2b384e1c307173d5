package centralcommand.command.server.schedule;

import static centralcommand.command.server.decision.History.APPROVER;
import static centralcommand.command.server.decision.History.COLLEAGUE;
import static centralcommand.command.server.decision.History.CZAR;
import static centralcommand.command.server.decision.History.ENERGY;
import static centralcommand.command.server.decision.History.OTHER_STAFF;
import static centralcommand.command.server.decision.History.STAFF;
import static centralcommand.command.server.decision.History.SUPPORTER;
import static centralcommand.command.server.decision.History.TODAY;
import static centralcommand.command.server.decision.History.accepted;
import static centralcommand.command.server.decision.History.refusal;
import static centralcommand.command.server.decision.History.rejected;
import static centralcommand.command.server.decision.Samples.OPENING;
import static centralcommand.command.server.decision.Samples.ORE;
import static centralcommand.command.server.decision.Samples.PLANT;
import static centralcommand.command.server.decision.Samples.PROMISED;
import static centralcommand.command.server.decision.Samples.RATED;
import static centralcommand.command.server.decision.Samples.SAID;
import static centralcommand.command.server.decision.Samples.milestone;
import static centralcommand.command.server.decision.Samples.promised;
import static centralcommand.command.server.decision.Samples.stated;
import static centralcommand.command.server.schedule.Dates.decide;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.clearance.ClearanceEvent.EntryWithdrawn;
import centralcommand.command.contract.program.ProgramEvent.ProgramCancelled;
import centralcommand.command.contract.program.ProgramEvent.ProgramSuspended;
import centralcommand.command.contract.schedule.ActivityEvent.MilestonePaused;
import centralcommand.command.contract.schedule.ActivityEvent.MissedDateNoticed;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.NewDate;
import centralcommand.command.contract.schedule.PauseReason;
import centralcommand.command.contract.schedule.PromiseLock;
import centralcommand.command.contract.schedule.RebaselineCommand.ApproveRebaseline;
import centralcommand.command.contract.schedule.RebaselineCommand.DeclineRebaseline;
import centralcommand.command.contract.schedule.RebaselineCommand.RequestRebaseline;
import centralcommand.command.contract.schedule.RebaselineEvent.RebaselineApproved;
import centralcommand.command.contract.schedule.RebaselineEvent.RebaselineDeclined;
import centralcommand.command.contract.schedule.RebaselineEvent.RebaselineRequested;
import centralcommand.command.contract.schedule.RebaselineReason;
import centralcommand.command.contract.schedule.ScheduleCommand.ApproveBaseline;
import centralcommand.command.contract.schedule.ScheduleCommand.ConfirmUnchanged;
import centralcommand.command.contract.schedule.ScheduleCommand.ProposeBaseline;
import centralcommand.command.contract.schedule.ScheduleCommand.ReturnBaseline;
import centralcommand.command.contract.schedule.ScheduleEvent.ActualReported;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineApproved;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineProposed;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Provenance;
import centralcommand.command.contract.shared.Role;
import centralcommand.command.contract.shared.Stated;
import centralcommand.command.contract.shared.StatedDate;
import centralcommand.command.server.decision.Actor;
import centralcommand.command.server.decision.Decision.Accepted;
import centralcommand.command.server.decision.Decision.Rejected;
import centralcommand.command.server.decision.History;
import centralcommand.command.server.decision.Samples;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RebaselinesTest {
    private static final LocalDate LATER = LocalDate.of(2027, 6, 30);
    private static final LocalDate LATEST = LocalDate.of(2028, 6, 30);
    private static final ApproveRebaseline APPROVE =
            new ApproveRebaseline(PLANT, 2, "The loan is signed.", "Treasury", "One adviser.");
    private static final DeclineRebaseline DECLINE = new DeclineRebaseline(PLANT, 2, "No plan.", "Treasury", null);

    private static RequestRebaseline request(Stated stated, NewDate... dates) {
        return new RequestRebaseline(
                PLANT,
                RebaselineReason.FUNDING_CHANGE,
                "The loan came late.",
                "a plan",
                "Treasury",
                List.of(dates),
                stated);
    }

    private static RequestRebaseline request(NewDate... dates) {
        return request(Stated.PLAIN, dates);
    }

    private static NewDate date(MilestoneId id, LocalDate date) {
        return new NewDate(id, date, null, null);
    }

    private static RebaselineRequested requested(int number, NewDate... dates) {
        return requested(number, SAID, dates);
    }

    private static RebaselineRequested requested(int number, Provenance said, NewDate... dates) {
        return new RebaselineRequested(
                PLANT,
                number,
                RebaselineReason.FUNDING_CHANGE,
                "The loan came late.",
                "a plan",
                "Treasury",
                List.of(dates),
                said);
    }

    /** The opening of the plant is promised for 2026-12-31, and its staff's request for 2027-06-30 is released. */
    private static History asked() {
        History history = Samples.underWay();
        history.released(STAFF, requested(2, date(OPENING, LATER)));
        return history;
    }

    private static History approved() {
        History history = asked();
        history.record(CZAR, new RebaselineApproved(PLANT, 2, "The loan is signed.", "Treasury", ""));
        return history;
    }

    /** The plant's opening is promised for that day and nothing was said since. */
    private static History promisedFor(LocalDate day) {
        History history = Samples.underWay();
        MilestoneId id = new MilestoneId("plant-soon");
        history.released(STAFF, promised(PLANT, 2, milestone(id, day)));
        history.record(CZAR, new BaselineApproved(PLANT, 2));
        return history;
    }

    @Test
    void a_request_takes_the_next_number_of_the_programs_baselines() {
        RebaselineRequested event =
                (RebaselineRequested) accepted(decide(Samples.underWay(), request(date(OPENING, LATER)), STAFF))
                        .getFirst();
        assertThat(event.baseline()).isEqualTo(2);
        assertThat(event.dates()).containsExactly(date(OPENING, LATER));
        assertThat(event.reason()).isEqualTo(RebaselineReason.FUNDING_CHANGE);
    }

    @Test
    void proposals_and_requests_are_counted_together() {
        ProposeBaseline more = new ProposeBaseline(
                PLANT, "a plan", List.of(milestone(new MilestoneId("plant-more"), LATER)), Stated.PLAIN);
        assertThat(((BaselineProposed) accepted(decide(asked(), more, STAFF)).getFirst()).baseline())
                .isEqualTo(3);
        History declined = asked();
        declined.record(CZAR, new RebaselineDeclined(PLANT, 2, "No.", "Treasury", ""));
        declined.released(STAFF, promised(PLANT, 3, milestone(new MilestoneId("plant-more"), LATER)));
        assertThat(((RebaselineRequested) accepted(decide(declined, request(date(OPENING, LATEST)), STAFF))
                                .getFirst())
                        .baseline())
                .isEqualTo(4);
        assertThat(accepted(decide(declined, new ApproveBaseline(PLANT, 3), CZAR)))
                .containsExactly(new BaselineApproved(PLANT, 3));
    }

    @Test
    void only_staff_of_the_lead_agency_ask() {
        assertThat(refusal(decide(Samples.underWay(), request(date(OPENING, LATER)), SUPPORTER)))
                .isEqualTo("PERMISSION NOT_LEAD_AGENCY");
        assertThat(refusal(decide(Samples.underWay(), request(date(OPENING, LATER)), OTHER_STAFF)))
                .isEqualTo("PERMISSION NOT_LEAD_AGENCY");
    }

    @Test
    void only_what_an_approved_baseline_promises_can_be_promised_anew() {
        History history = Samples.underWay();
        MilestoneId proposed = new MilestoneId("plant-more");
        history.released(STAFF, promised(PLANT, 2, milestone(proposed, LATER)));
        assertThat(refusal(decide(history, request(date(OPENING, LATER), date(proposed, LATEST)), STAFF)))
                .isEqualTo("UNKNOWN UNKNOWN_MILESTONE dates[1].milestoneId");
        assertThat(refusal(decide(history, request(date(ORE, LATER)), STAFF)))
                .as("of another program")
                .isEqualTo("UNKNOWN UNKNOWN_MILESTONE dates[0].milestoneId");
    }

    @Test
    void a_milestone_stands_once_in_a_request_and_has_a_promised_date() {
        History history = Samples.underWay();
        assertThat(refusal(decide(history, request(date(OPENING, LATER), date(OPENING, LATEST)), STAFF)))
                .isEqualTo("RULE MILESTONE_TWICE dates[1].milestoneId");
        assertThat(refusal(decide(history, request(date(RATED, LATER)), STAFF)))
                .isEqualTo("RULE NO_DATE_PROMISED dates[0].milestoneId");
    }

    @Test
    void the_date_that_is_promised_already_is_refused() {
        assertThat(refusal(decide(Samples.underWay(), request(date(OPENING, PROMISED)), STAFF)))
                .isEqualTo("RULE SAME_DATE dates[0].date");
        assertThat(accepted(decide(
                        Samples.underWay(), request(new NewDate(OPENING, PROMISED, Precision.YEAR, "2026")), STAFF)))
                .as("another period that ends on the same day is another promise")
                .hasSize(1);
        assertThat(refusal(decide(approved(), request(date(OPENING, LATER)), STAFF)))
                .as("the current promise counts")
                .isEqualTo("RULE SAME_DATE dates[0].date");
        assertThat(accepted(decide(approved(), request(date(OPENING, PROMISED)), STAFF)))
                .as("back to the original")
                .hasSize(1);
    }

    @Test
    void what_was_reached_is_not_promised_anew_unless_the_report_was_withdrawn() {
        History history = Samples.underWay();
        long position = history.record(
                STAFF,
                new ActualReported(
                        PLANT,
                        OPENING,
                        new StatedDate(TODAY, Precision.DAY, ""),
                        null,
                        null,
                        "",
                        "a photograph",
                        SAID));
        assertThat(refusal(decide(history, request(date(OPENING, LATER)), COLLEAGUE)))
                .isEqualTo("RULE MILESTONE_REACHED dates[0].milestoneId");
        history.record(STAFF, new EntryWithdrawn(ENERGY, position, "typing error"));
        assertThat(accepted(decide(history, request(date(OPENING, LATER)), STAFF)))
                .hasSize(1);
    }

    @Test
    void a_promise_may_be_moved_30_days_ahead_and_not_from_the_29th_day_to_its_own() {
        assertThat(locked(30)).isFalse();
        assertThat(locked(29)).isTrue();
        assertThat(locked(0)).isTrue();
        assertThat(locked(-1)).as("the miss is on record").isFalse();
    }

    @Test
    void a_day_that_has_passed_is_not_promised() {
        assertThat(refusal(decide(Samples.underWay(), request(date(OPENING, TODAY.minusDays(1))), STAFF)))
                .isEqualTo("RULE PROMISED_DAY_PASSED dates[0].date");
        assertThat(refusal(decide(
                        Samples.underWay(),
                        request(stated(TODAY.minusDays(2)), date(OPENING, TODAY.minusDays(1))),
                        STAFF)))
                .as("dating the request back makes no passed day a promise")
                .isEqualTo("RULE PROMISED_DAY_PASSED dates[0].date");
        assertThat(accepted(decide(Samples.underWay(), request(date(OPENING, TODAY)), STAFF)))
                .hasSize(1);
    }

    @Test
    void another_promise_is_not_asked_for_before_the_one_in_force_was_stated() {
        LocalDate first = Samples.SAID.statedOn();
        assertThat(accepted(decide(Samples.underWay(), request(stated(first), date(OPENING, LATER)), STAFF)))
                .hasSize(1);
        assertThat(refusal(
                        decide(Samples.underWay(), request(stated(first.minusDays(1)), date(OPENING, LATER)), STAFF)))
                .isEqualTo("RULE ASKED_BEFORE_PROMISE statedOn");

        History again = Samples.underWay();
        LocalDate second = TODAY.minusDays(3);
        again.released(STAFF, requested(2, Samples.said(second), date(OPENING, LATER)));
        again.record(CZAR, new RebaselineApproved(PLANT, 2, "Yes.", "Treasury", ""));
        assertThat(accepted(decide(again, request(stated(second), date(OPENING, LATEST)), STAFF)))
                .hasSize(1);
        assertThat(((Rejected) decide(again, request(stated(second.minusDays(1)), date(OPENING, LATEST)), STAFF))
                        .rejection()
                        .sentence())
                .isEqualTo(
                        "The promise of milestone \"%s\" that is in force was stated on %s, so another one cannot have been asked for on %s. Give the day on which you ask."
                                .formatted(OPENING, second, second.minusDays(1)));
    }

    private static boolean locked(int daysAhead) {
        History history = promisedFor(TODAY.plusDays(daysAhead));
        RequestRebaseline later = request(date(new MilestoneId("plant-soon"), LATEST));
        return switch (decide(history, later, STAFF)) {
            case Accepted accepted -> accepted.events().isEmpty();
            case Rejected rejected -> {
                assertThat(rejected.rejection().code()).isEqualTo("DATE_LOCKED");
                assertThat(rejected.rejection().sentence())
                        .contains(TODAY.plusDays(daysAhead).toString(), "Report a forecast or a doubt now");
                yield true;
            }
        };
    }

    /** Target 26 January 2018: staff who began on 27 December 2017 could still ask; a day later they were locked out. */
    @Test
    void the_lock_out_of_the_permitting_dashboard() {
        LocalDate target = LocalDate.of(2018, 1, 26);
        assertThat(PromiseLock.holds(target, LocalDate.of(2017, 12, 27))).isFalse();
        assertThat(PromiseLock.holds(target, LocalDate.of(2017, 12, 28))).isTrue();
        assertThat(PromiseLock.holds(target, target)).isTrue();
        assertThat(PromiseLock.holds(target, LocalDate.of(2018, 1, 27))).isFalse();
    }

    @Test
    void a_promise_that_passed_is_not_replaced_without_the_notice_of_its_miss() {
        MilestoneId soon = new MilestoneId("plant-soon");
        History history = promisedFor(TODAY.minusDays(1));
        history.released(STAFF, requested(3, date(soon, LATER), date(OPENING, LATER)));
        ApproveRebaseline approve = new ApproveRebaseline(PLANT, 3, "Yes.", "Nobody", null);
        assertThat(accepted(decide(history, approve, CZAR)))
                .containsExactly(
                        new MissedDateNoticed(PLANT, soon, TODAY.minusDays(1)),
                        new RebaselineApproved(PLANT, 3, "Yes.", "Nobody", ""));
        assertThat(accepted(decide(history, new DeclineRebaseline(PLANT, 3, "No.", "Nobody", null), CZAR)))
                .as("the promise holds, so its notice will come")
                .hasSize(1);
        history.record(CZAR, new MissedDateNoticed(PLANT, soon, TODAY.minusDays(1)));
        assertThat(accepted(decide(history, approve, CZAR))).as("given once").hasSize(1);
    }

    @Test
    void neither_a_pause_nor_a_suspension_lets_a_miss_go_without_its_notice() {
        MilestoneId soon = new MilestoneId("plant-soon");
        ApproveRebaseline approve = new ApproveRebaseline(PLANT, 3, "Yes.", "Nobody", null);
        History paused = promisedFor(TODAY.minusDays(1));
        paused.released(
                STAFF,
                new MilestonePaused(PLANT, soon, PauseReason.LITIGATION, "a court", Samples.said(TODAY.minusDays(9))));
        History suspended = promisedFor(TODAY.minusDays(1));
        suspended.record(CZAR, new ProgramSuspended(PLANT, "a review"));
        for (History history : List.of(paused, suspended)) {
            history.released(STAFF, requested(3, date(soon, LATER)));
            assertThat(accepted(decide(history, approve, CZAR)))
                    .startsWith(new MissedDateNoticed(PLANT, soon, TODAY.minusDays(1)))
                    .hasSize(2);
        }
    }

    @Test
    void the_current_promise_is_what_is_locked_and_not_the_original() {
        History history = Samples.underWay();
        history.released(STAFF, requested(2, date(OPENING, TODAY.plusDays(29))));
        history.record(CZAR, new RebaselineApproved(PLANT, 2, "Sooner.", "Treasury", ""));
        assertThat(refusal(decide(history, request(date(OPENING, LATER)), STAFF)))
                .isEqualTo("RULE DATE_LOCKED dates[0].milestoneId");
    }

    @Test
    void the_lock_binds_at_the_request_and_never_at_the_decision() {
        History history = promisedFor(TODAY);
        history.released(STAFF, requested(3, date(new MilestoneId("plant-soon"), LATER)));
        assertThat(accepted(decide(history, new ApproveRebaseline(PLANT, 3, "Yes.", "Nobody", null), CZAR)))
                .hasSize(1);
    }

    @Test
    void a_milestone_has_one_undecided_request() {
        History history = Samples.underWay();
        long position = history.record(STAFF, requested(2, date(OPENING, LATER)));
        assertThat(refusal(decide(history, request(date(OPENING, LATEST)), COLLEAGUE)))
                .isEqualTo("RULE REBASELINE_PENDING dates[0].milestoneId");
        history.record(STAFF, new EntryWithdrawn(ENERGY, position, "typing error"));
        assertThat(accepted(decide(history, request(date(OPENING, LATEST)), COLLEAGUE)))
                .hasSize(1);
        History declined = asked();
        declined.record(CZAR, new RebaselineDeclined(PLANT, 2, "No.", "Treasury", ""));
        assertThat(accepted(decide(declined, request(date(OPENING, LATER)), STAFF)))
                .as("what was declined may be asked again")
                .hasSize(1);
    }

    @Test
    void nothing_is_asked_of_a_cancelled_program_or_stated_tomorrow() {
        History history = Samples.underWay();
        assertThat(accepted(decide(history, request(stated(TODAY), date(OPENING, LATER)), STAFF)))
                .hasSize(1);
        assertThat(refusal(decide(history, request(stated(TODAY.plusDays(1)), date(OPENING, LATER)), STAFF)))
                .isEqualTo("RULE STATED_IN_FUTURE statedOn");
        history.record(CZAR, new ProgramCancelled(PLANT, "no customer"));
        assertThat(refusal(decide(history, request(date(OPENING, LATER)), STAFF)))
                .isEqualTo("RULE PROGRAM_CANCELLED programId");
    }

    @Test
    void the_czars_office_decides_on_the_record() {
        assertThat(accepted(decide(asked(), APPROVE, CZAR)))
                .containsExactly(new RebaselineApproved(PLANT, 2, "The loan is signed.", "Treasury", "One adviser."));
        assertThat(accepted(decide(asked(), DECLINE, CZAR)))
                .containsExactly(new RebaselineDeclined(PLANT, 2, "No plan.", "Treasury", ""));
        assertThat(refusal(decide(asked(), APPROVE, APPROVER))).isEqualTo("PERMISSION REBASELINE_BY_CZAR");
        assertThat(refusal(decide(asked(), DECLINE, APPROVER))).isEqualTo("PERMISSION REBASELINE_BY_CZAR");
    }

    @Test
    void who_asked_never_decides() {
        Actor both = new Actor(STAFF.subject(), ENERGY, Set.of(Role.AGENCY_STAFF, Role.CZAR));
        assertThat(refusal(decide(asked(), APPROVE, both))).isEqualTo("PERMISSION OWN_PROPOSAL");
        assertThat(refusal(decide(asked(), DECLINE, both))).isEqualTo("PERMISSION OWN_PROPOSAL");
    }

    @Test
    void what_is_not_released_is_not_there_for_the_czars_office() {
        History history = Samples.underWay();
        history.record(STAFF, requested(2, date(OPENING, LATER)));
        assertThat(refusal(decide(history, APPROVE, CZAR))).isEqualTo("UNKNOWN UNKNOWN_BASELINE baseline");
        assertThat(refusal(decide(history, DECLINE, CZAR))).isEqualTo("UNKNOWN UNKNOWN_BASELINE baseline");
        Actor inside = new Actor("energy.czar", ENERGY, Set.of(Role.AGENCY_STAFF, Role.CZAR));
        assertThat(refusal(decide(history, APPROVE, inside)))
                .as("whoever sees it inside its agency does not decide either")
                .isEqualTo("UNKNOWN UNKNOWN_BASELINE baseline");
        assertThat(refusal(decide(history, new ApproveRebaseline(PLANT, 9, "Yes.", "Nobody", null), CZAR)))
                .isEqualTo("UNKNOWN UNKNOWN_BASELINE baseline");
    }

    @Test
    void a_proposal_and_a_request_are_decided_by_their_own_commands() {
        assertThat(refusal(decide(asked(), new ApproveBaseline(PLANT, 2), CZAR)))
                .isEqualTo("RULE NOT_A_PROPOSAL baseline");
        assertThat(refusal(decide(asked(), new ReturnBaseline(PLANT, 2, "Why?"), APPROVER)))
                .isEqualTo("RULE NOT_A_PROPOSAL baseline");
        assertThat(refusal(decide(asked(), new ApproveRebaseline(PLANT, 1, "Yes.", "Nobody", null), CZAR)))
                .isEqualTo("RULE NOT_A_REQUEST baseline");
        assertThat(refusal(decide(asked(), new DeclineRebaseline(PLANT, 1, "No.", "Nobody", null), CZAR)))
                .isEqualTo("RULE NOT_A_REQUEST baseline");
        History hidden = Samples.underWay();
        hidden.record(STAFF, requested(2, date(OPENING, LATER)));
        assertThat(refusal(decide(hidden, new ApproveBaseline(PLANT, 2), CZAR)))
                .as("nothing is said of what is not released")
                .isEqualTo("UNKNOWN UNKNOWN_BASELINE baseline");
    }

    @Test
    void a_request_is_decided_once() {
        assertThat(refusal(decide(approved(), APPROVE, CZAR))).isEqualTo("RULE BASELINE_NOT_PENDING baseline");
        assertThat(refusal(decide(approved(), DECLINE, CZAR))).isEqualTo("RULE BASELINE_NOT_PENDING baseline");
        assertThat(rejected(decide(approved(), DECLINE, CZAR)).sentence()).contains("was approved already");
    }

    @Test
    void what_can_no_longer_be_promised_can_only_be_declined() {
        History reached = asked();
        reached.released(
                STAFF,
                new ActualReported(
                        PLANT,
                        OPENING,
                        new StatedDate(TODAY, Precision.DAY, ""),
                        null,
                        null,
                        "",
                        "a photograph",
                        SAID));
        assertThat(refusal(decide(reached, APPROVE, CZAR))).isEqualTo("RULE MILESTONE_REACHED baseline");
        assertThat(accepted(decide(reached, DECLINE, CZAR))).hasSize(1);
        History cancelled = asked();
        cancelled.record(CZAR, new ProgramCancelled(PLANT, "no customer"));
        assertThat(refusal(decide(cancelled, APPROVE, CZAR))).isEqualTo("RULE PROGRAM_CANCELLED programId");
        assertThat(accepted(decide(cancelled, DECLINE, CZAR))).hasSize(1);
    }

    @Test
    void what_is_confirmed_is_the_current_promise() {
        History history = Samples.underWay();
        history.released(STAFF, requested(2, date(OPENING, TODAY.minusDays(1))));
        history.record(CZAR, new RebaselineApproved(PLANT, 2, "Sooner.", "Treasury", ""));
        assertThat(refusal(decide(history, PLANT, confirm(), STAFF)))
                .isEqualTo("RULE DATE_ON_FILE_HAS_PASSED lines[0].milestoneId");
        assertThat(accepted(decide(approved(), PLANT, confirm(), STAFF))).hasSize(1);
    }

    @Test
    void a_supporting_agency_confirms_the_promise_that_it_knows_of() {
        Provenance kept = new Provenance(
                SAID.statedOn(),
                null,
                "a filing",
                Provenance.Confidence.HIGH,
                Provenance.Marking.PROPRIETARY,
                Provenance.Channel.TYPED);
        History history = Samples.underWay();
        history.released(STAFF, requested(2, kept, date(OPENING, TODAY.minusDays(1))));
        history.record(CZAR, new RebaselineApproved(PLANT, 2, "Sooner.", "Treasury", ""));
        assertThat(accepted(decide(history, PLANT, confirm(), SUPPORTER)))
                .as("a refusal would tell it the date that is kept from it")
                .hasSize(1);
    }

    private static ConfirmUnchanged confirm() {
        return new ConfirmUnchanged(List.of(new ConfirmUnchanged.Line(PLANT, OPENING)), Stated.PLAIN);
    }
}
