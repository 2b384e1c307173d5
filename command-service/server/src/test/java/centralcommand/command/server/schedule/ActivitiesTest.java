package centralcommand.command.server.schedule;

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
import static centralcommand.command.server.decision.Samples.PLANT;
import static centralcommand.command.server.decision.Samples.milestone;
import static centralcommand.command.server.decision.Samples.promised;
import static centralcommand.command.server.decision.Samples.stated;
import static centralcommand.command.server.schedule.Dates.actual;
import static centralcommand.command.server.schedule.Dates.decide;
import static centralcommand.command.server.schedule.Dates.doubt;
import static centralcommand.command.server.schedule.Dates.forecast;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.clearance.ClearanceEvent.EntryCorrected;
import centralcommand.command.contract.clearance.ClearanceEvent.EntryWithdrawn;
import centralcommand.command.contract.program.ProgramEvent.ProgramSuspended;
import centralcommand.command.contract.schedule.ActivityCommand;
import centralcommand.command.contract.schedule.ActivityCommand.AnswerHiddenSlip;
import centralcommand.command.contract.schedule.ActivityCommand.EstimateDuration;
import centralcommand.command.contract.schedule.ActivityCommand.PauseMilestone;
import centralcommand.command.contract.schedule.ActivityCommand.ResumeMilestone;
import centralcommand.command.contract.schedule.ActivityCommand.UseMargin;
import centralcommand.command.contract.schedule.ActivityEvent.DurationEstimated;
import centralcommand.command.contract.schedule.Cause;
import centralcommand.command.contract.schedule.HiddenSlipAnswer;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.MilestoneKind;
import centralcommand.command.contract.schedule.PauseReason;
import centralcommand.command.contract.schedule.PlannedMilestone;
import centralcommand.command.contract.schedule.ScheduleCommand;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineApproved;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Stated;
import centralcommand.command.server.decision.History;
import centralcommand.command.server.decision.Samples;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActivitiesTest {
    private static final MilestoneId RESERVE = new MilestoneId("plant-reserve");
    private static final MilestoneId PROPOSED = new MilestoneId("plant-later");
    private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 2);
    private static final LocalDate HELD_UNTIL = LocalDate.of(2026, 5, 2);

    private final History history = Samples.underWay();

    private static EstimateDuration estimate(MilestoneId milestone, int likely, LocalDate statedOn) {
        return new EstimateDuration(PLANT, milestone, 1, likely, 90, "three like it", stated(statedOn));
    }

    private static PauseMilestone pause(PauseReason reason, LocalDate statedOn) {
        return new PauseMilestone(PLANT, OPENING, reason, "The loan is late.", stated(statedOn));
    }

    private static PauseMilestone pause(LocalDate statedOn) {
        return pause(PauseReason.AWAITING_FUNDS, statedOn);
    }

    private static ResumeMilestone resume(LocalDate statedOn) {
        return new ResumeMilestone(PLANT, OPENING, "It has come.", stated(statedOn));
    }

    private static UseMargin use(MilestoneId milestone, int days) {
        return new UseMargin(PLANT, milestone, days, Cause.EQUIPMENT, "A company", "The kiln.", stated(TODAY));
    }

    private static AnswerHiddenSlip answer(HiddenSlipAnswer answer, LocalDate statedOn) {
        return new AnswerHiddenSlip(
                PLANT, OPENING, LocalDate.of(2027, 3, 1), answer, "Another mine.", stated(statedOn));
    }

    private static List<ActivityCommand> each(MilestoneId milestone, Stated stated) {
        return List.of(
                new EstimateDuration(PLANT, milestone, 1, 2, 3, "basis", stated),
                new PauseMilestone(PLANT, milestone, PauseReason.LITIGATION, "A court.", stated),
                new ResumeMilestone(PLANT, milestone, "The court.", stated),
                new UseMargin(PLANT, milestone, 1, Cause.SITE, "owner", "why", stated),
                new AnswerHiddenSlip(PLANT, milestone, TODAY, HiddenSlipAnswer.DISPUTED, "why", stated));
    }

    private void refusesEach(MilestoneId milestone, Stated stated, String refusal) {
        assertThat(each(milestone, stated))
                .allSatisfy(command ->
                        assertThat(refusal(decide(history, command, STAFF))).isEqualTo(refusal));
    }

    /** Records what the command yields. Returns the position. */
    private long done(ScheduleCommand.OfProgram command) {
        return history.record(STAFF, accepted(decide(history, command, STAFF)).getFirst());
    }

    private List<?> accepts(ScheduleCommand.OfProgram command) {
        return accepted(decide(history, command, STAFF));
    }

    private String refuses(ScheduleCommand.OfProgram command) {
        return refusal(decide(history, command, STAFF));
    }

    private void aMargin() {
        history.released(
                STAFF,
                promised(
                        PLANT,
                        2,
                        new PlannedMilestone(RESERVE, "Reserve", null, null, null, MilestoneKind.MARGIN, "A company")));
        history.record(CZAR, new BaselineApproved(PLANT, 2));
    }

    @Test
    void only_staff_of_the_lead_say_how_the_work_goes() {
        assertThat(each(new MilestoneId("nothing"), stated(TODAY.plusDays(1)))).allSatisfy(command -> {
            assertThat(refusal(decide(history, command, SUPPORTER))).isEqualTo("PERMISSION NOT_LEAD_AGENCY");
            assertThat(refusal(decide(history, command, OTHER_STAFF))).isEqualTo("PERMISSION NOT_LEAD_AGENCY");
        });
    }

    @Test
    void it_is_said_of_a_milestone_in_an_approved_baseline() {
        refusesEach(new MilestoneId("nothing"), Stated.PLAIN, "UNKNOWN UNKNOWN_MILESTONE milestoneId");
        history.record(STAFF, promised(PLANT, 2, milestone(PROPOSED, TODAY)));
        refusesEach(PROPOSED, Stated.PLAIN, "RULE NO_APPROVED_BASELINE milestoneId");
    }

    @Test
    void it_is_said_while_the_program_is_active() {
        history.record(CZAR, new ProgramSuspended(PLANT, "no funds"));
        refusesEach(OPENING, Stated.PLAIN, "RULE PROGRAM_NOT_ACTIVE programId");
    }

    @Test
    void nothing_is_stated_tomorrow() {
        refusesEach(OPENING, stated(TODAY.plusDays(1)), "RULE STATED_IN_FUTURE statedOn");
        assertThat(accepts(pause(TODAY))).hasSize(1);
    }

    @Test
    void nothing_is_said_of_the_work_once_it_is_done_but_old_news_is() {
        done(actual(FEBRUARY, Precision.DAY, stated(FEBRUARY)));
        refusesEach(OPENING, stated(FEBRUARY), "RULE MILESTONE_REACHED milestoneId");
        assertThat(accepts(pause(FEBRUARY.minusDays(1)))).hasSize(1);
        assertThat(accepts(estimate(OPENING, 30, FEBRUARY.minusDays(1)))).hasSize(1);
    }

    @Test
    void an_estimate_equal_to_the_one_that_holds_changes_nothing() {
        done(estimate(OPENING, 30, FEBRUARY));
        assertThat(accepts(estimate(OPENING, 30, FEBRUARY))).isEmpty();
        assertThat(accepts(estimate(OPENING, 30, TODAY))).as("it holds still").isEmpty();
        assertThat(accepts(estimate(OPENING, 30, FEBRUARY.minusDays(1))))
                .as("it did not hold then")
                .hasSize(1);
        done(estimate(OPENING, 31, TODAY));
        assertThat(accepts(estimate(OPENING, 30, TODAY)))
                .as("another holds now")
                .hasSize(1);
    }

    @Test
    void a_withdrawn_estimate_holds_no_longer() {
        long position = done(estimate(OPENING, 30, FEBRUARY));
        history.record(STAFF, new EntryWithdrawn(ENERGY, position, "typing error"));
        assertThat(accepts(estimate(OPENING, 30, FEBRUARY))).hasSize(1);
    }

    @Test
    void the_same_reason_renews_a_pause_and_another_is_refused_until_it_is_resumed() {
        done(pause(FEBRUARY));
        assertThat(accepts(pause(FEBRUARY))).as("said already").isEmpty();
        assertThat(accepts(pause(HELD_UNTIL))).as("renewed").hasSize(1);
        assertThat(refuses(pause(PauseReason.LITIGATION, HELD_UNTIL)))
                .isEqualTo("RULE PAUSED_FOR_ANOTHER_REASON reason");
        assertThat(rejected(decide(history, pause(PauseReason.LITIGATION, HELD_UNTIL), STAFF))
                        .sentence())
                .contains("awaiting funds");
        done(resume(HELD_UNTIL));
        assertThat(accepts(pause(PauseReason.LITIGATION, HELD_UNTIL))).hasSize(1);
    }

    @Test
    void a_pause_holds_for_a_quarter_after_it_was_last_stated() {
        done(pause(FEBRUARY));
        assertThat(accepts(resume(HELD_UNTIL))).hasSize(1);
        assertThat(refuses(resume(HELD_UNTIL.plusDays(1)))).isEqualTo("RULE NOT_PAUSED milestoneId");
        assertThat(rejected(decide(history, resume(HELD_UNTIL.plusDays(1)), STAFF))
                        .sentence())
                .contains("not renewed after 2026-05-02");
        assertThat(accepts(pause(PauseReason.LITIGATION, HELD_UNTIL.plusDays(1))))
                .as("what lapsed stands in nobody's way")
                .hasSize(1);
        done(pause(HELD_UNTIL));
        assertThat(accepts(resume(HELD_UNTIL.plusDays(1))))
                .as("renewed on its last day")
                .hasSize(1);
    }

    @Test
    void a_pause_entered_after_the_day_was_missed_does_not_reach_back_before_it() {
        MilestoneId gate = new MilestoneId("plant-gate");
        LocalDate missed = TODAY.minusDays(10);
        history.released(
                STAFF,
                promised(
                        PLANT,
                        2,
                        new PlannedMilestone(gate, "Gate", missed, Precision.DAY, "", MilestoneKind.OTHER, null)));
        history.record(CZAR, new BaselineApproved(PLANT, 2));
        assertThat(refuses(new PauseMilestone(PLANT, gate, PauseReason.LITIGATION, "A court.", stated(missed))))
                .isEqualTo("RULE PAUSED_AFTER_THE_MISS statedOn");
        assertThat(accepts(new PauseMilestone(
                        PLANT, gate, PauseReason.LITIGATION, "A court.", stated(missed.plusDays(1)))))
                .hasSize(1);
        assertThat(accepts(pause(TODAY.minusDays(10)))).as("its day is to come").hasSize(1);
    }

    @Test
    void only_what_is_paused_is_resumed() {
        assertThat(refuses(resume(FEBRUARY))).isEqualTo("RULE NOT_PAUSED milestoneId");
        long position = done(pause(FEBRUARY));
        assertThat(refuses(resume(FEBRUARY.minusDays(1)))).isEqualTo("RULE NOT_PAUSED milestoneId");
        done(resume(FEBRUARY.plusDays(1)));
        assertThat(accepts(resume(FEBRUARY.plusDays(1)))).as("said already").isEmpty();
        assertThat(refuses(resume(FEBRUARY.plusDays(2)))).isEqualTo("RULE NOT_PAUSED milestoneId");
        history.record(STAFF, new EntryWithdrawn(ENERGY, position, "typing error"));
        assertThat(refuses(resume(FEBRUARY))).isEqualTo("RULE NOT_PAUSED milestoneId");
    }

    @Test
    void while_it_stands_still_every_report_is_taken() {
        done(pause(FEBRUARY));
        assertThat(accepts(forecast(LocalDate.of(2027, 6, 30), Precision.DAY, stated(FEBRUARY))))
                .hasSize(1);
        assertThat(accepts(doubt(stated(HELD_UNTIL)))).hasSize(1);
        assertThat(accepts(actual(FEBRUARY, Precision.DAY, stated(FEBRUARY)))).hasSize(1);
    }

    @Test
    void what_was_reached_stands_still_no_longer() {
        done(pause(FEBRUARY));
        long reached = done(actual(FEBRUARY, Precision.DAY, stated(FEBRUARY.plusDays(1))));
        assertThat(refuses(resume(FEBRUARY.plusDays(1)))).isEqualTo("RULE MILESTONE_REACHED milestoneId");
        history.release(STAFF, reached);
        history.record(STAFF, new EntryCorrected(ENERGY, reached, "wrong plant", Samples.said(TODAY)));
        assertThat(accepts(resume(FEBRUARY.plusDays(1))))
                .as("it was not reached after all")
                .hasSize(1);
    }

    @Test
    void a_margin_gives_no_more_than_is_left() {
        aMargin();
        assertThat(refuses(use(RESERVE, 1))).isEqualTo("RULE MARGIN_WITHOUT_DURATION milestoneId");
        done(estimate(RESERVE, 10, FEBRUARY));
        assertThat(accepts(use(RESERVE, 10))).hasSize(1);
        assertThat(refuses(use(RESERVE, 11))).isEqualTo("RULE MARGIN_EXCEEDED workingDays");
        long first = done(use(RESERVE, 7));
        assertThat(accepts(use(RESERVE, 3))).hasSize(1);
        assertThat(rejected(decide(history, use(RESERVE, 4), STAFF)).sentence()).contains("only 3 are left");
        done(use(RESERVE, 3));
        assertThat(rejected(decide(history, use(RESERVE, 1), STAFF)).sentence()).contains("Nothing is left");
        history.record(STAFF, new EntryWithdrawn(ENERGY, first, "it was not used"));
        assertThat(accepts(use(RESERVE, 7)))
                .as("what was taken back is there again")
                .hasSize(1);
        assertThat(refuses(use(RESERVE, 8))).isEqualTo("RULE MARGIN_EXCEEDED workingDays");
    }

    @Test
    void the_size_of_a_margin_is_set_once() {
        aMargin();
        long set = done(estimate(RESERVE, 20, FEBRUARY));
        assertThat(refuses(estimate(RESERVE, 5, FEBRUARY.plusDays(1)))).isEqualTo("RULE MARGIN_SET likelyDays");
        done(use(RESERVE, 15));
        assertThat(refuses(estimate(RESERVE, 40, FEBRUARY.plusDays(1)))).isEqualTo("RULE MARGIN_SET likelyDays");
        history.record(STAFF, new EntryWithdrawn(ENERGY, set, "it was another"));
        assertThat(accepts(estimate(RESERVE, 40, FEBRUARY.plusDays(1)))).hasSize(1);
    }

    @Test
    void the_same_use_told_twice_is_two_uses() {
        aMargin();
        done(estimate(RESERVE, 2, FEBRUARY));
        done(use(RESERVE, 1));
        assertThat(accepts(use(RESERVE, 1))).hasSize(1);
    }

    @Test
    void days_are_taken_from_margins_only() {
        done(estimate(OPENING, 10, FEBRUARY));
        assertThat(refuses(use(OPENING, 1))).isEqualTo("RULE NOT_A_MARGIN milestoneId");
    }

    @Test
    void an_answer_to_a_hidden_slip_is_taken_as_given_and_its_repetition_changes_nothing() {
        done(answer(HiddenSlipAnswer.NOT_DEPENDENT, FEBRUARY));
        assertThat(accepts(answer(HiddenSlipAnswer.NOT_DEPENDENT, FEBRUARY))).isEmpty();
        assertThat(accepts(answer(HiddenSlipAnswer.DISPUTED, FEBRUARY))).hasSize(1);
        assertThat(accepts(answer(HiddenSlipAnswer.NOT_DEPENDENT, FEBRUARY.plusDays(1))))
                .as("said again later is news")
                .hasSize(1);
    }

    @Test
    void an_estimate_is_kept_as_it_was_said() {
        DurationEstimated event = (DurationEstimated) accepted(decide(history, estimate(OPENING, 30, FEBRUARY), STAFF))
                .getFirst();
        assertThat(List.of(event.lowDays(), event.likelyDays(), event.highDays()))
                .containsExactly(1, 30, 90);
        assertThat(event.provenance().statedOn()).isEqualTo(FEBRUARY);
    }
}
