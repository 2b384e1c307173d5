package centralcommand.query.server.portfolio;

import static centralcommand.query.server.told.History.CZAR;
import static centralcommand.query.server.told.History.DEFENSE_APPROVER;
import static centralcommand.query.server.told.History.DEFENSE_STAFF;
import static centralcommand.query.server.told.History.on;
import static centralcommand.query.server.told.Story.FIRST;
import static centralcommand.query.server.told.Story.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.clearance.ClearanceEvent.EntryCorrected;
import centralcommand.command.contract.clearance.ClearanceEvent.ReleasePolicySet;
import centralcommand.command.contract.clearance.ReleasePolicy;
import centralcommand.command.contract.program.ProgramEvent.ProgramApproved;
import centralcommand.command.contract.program.ProgramEvent.ProgramCancelled;
import centralcommand.command.contract.program.ProgramEvent.ProgramSuspended;
import centralcommand.command.contract.schedule.ActivityEvent.DurationEstimated;
import centralcommand.command.contract.schedule.ActivityEvent.MarginUsed;
import centralcommand.command.contract.schedule.ActivityEvent.MilestonePaused;
import centralcommand.command.contract.schedule.ActivityEvent.MilestoneResumed;
import centralcommand.command.contract.schedule.Cause;
import centralcommand.command.contract.schedule.MilestoneKind;
import centralcommand.command.contract.schedule.PauseReason;
import centralcommand.command.contract.schedule.PlannedMilestone;
import centralcommand.command.contract.schedule.ScheduleEvent.ActualReported;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineApproved;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineProposed;
import centralcommand.command.contract.schedule.ScheduleEvent.DoubtReported;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.StatedDate;
import centralcommand.query.contract.board.MilestoneStatus;
import centralcommand.query.server.told.History;
import centralcommand.query.server.told.Story;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkTest {
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 4, 10);

    private final History history = new History();

    @BeforeEach
    void a_promise_whose_agency_releases_at_once() {
        history.says(DEFENSE_APPROVER, new ReleasePolicySet(History.DEFENSE, ReleasePolicy.AT_ONCE));
        history.says(DEFENSE_STAFF, Story.proposed(OPEN, "Program", History.DEFENSE, on("2025-01-01")));
        history.says(CZAR, new ProgramApproved(OPEN));
        promised(1, MilestoneKind.MARGIN);
    }

    private void promised(int baseline, MilestoneKind kind) {
        PlannedMilestone planned =
                new PlannedMilestone(FIRST, "First", LocalDate.of(2026, 6, 30), Precision.DAY, "", kind, "A company");
        history.says(DEFENSE_STAFF, new BaselineProposed(OPEN, baseline, "basis", List.of(planned), on("2025-01-01")));
        history.says(CZAR, new BaselineApproved(OPEN, baseline));
    }

    private long paused(PauseReason reason, String statedOn) {
        return history.says(DEFENSE_STAFF, new MilestonePaused(OPEN, FIRST, reason, "narrative", on(statedOn)));
    }

    private long paused(String statedOn) {
        return paused(PauseReason.AWAITING_FUNDS, statedOn);
    }

    private void resumed(String statedOn) {
        history.says(DEFENSE_STAFF, new MilestoneResumed(OPEN, FIRST, "goes on", on(statedOn)));
    }

    private void expected(String date, String statedOn) {
        history.says(DEFENSE_STAFF, Story.forecast(OPEN, FIRST, date, null, "", on(statedOn)));
    }

    private void doubted(String statedOn) {
        history.says(DEFENSE_STAFF, new DoubtReported(OPEN, FIRST, "", null, null, "why", on(statedOn)));
    }

    private long reached(String date, String statedOn) {
        return history.says(
                DEFENSE_STAFF,
                new ActualReported(
                        OPEN,
                        FIRST,
                        new StatedDate(LocalDate.parse(date), Precision.DAY, ""),
                        null,
                        null,
                        "",
                        "photograph",
                        on(statedOn)));
    }

    private void estimated(int likely, String statedOn) {
        history.says(DEFENSE_STAFF, new DurationEstimated(OPEN, FIRST, 1, likely, 90, "basis", on(statedOn)));
    }

    private void used(int days, String statedOn) {
        history.says(
                DEFENSE_STAFF, new MarginUsed(OPEN, FIRST, days, Cause.EQUIPMENT, "A company", "kiln", on(statedOn)));
    }

    private Milestone milestone() {
        return history.world()
                .seenBy(Audience.CZAR)
                .portfolio()
                .milestone(FIRST)
                .orElseThrow();
    }

    private MilestoneStatus status(LocalDate day) {
        return milestone().status(day);
    }

    private Optional<PauseReason> pausedFor() {
        return milestone().pausedFor().map(Pause::reason);
    }

    @Test
    void a_pause_holds_from_its_day_to_the_last_of_its_quarter_and_lapses_then() {
        paused("2026-01-10");
        assertThat(status(LocalDate.of(2026, 1, 9))).isEqualTo(MilestoneStatus.ON_TRACK);
        assertThat(status(LocalDate.of(2026, 1, 10))).isEqualTo(MilestoneStatus.PAUSED);
        assertThat(status(LAST_DAY)).isEqualTo(MilestoneStatus.PAUSED);
        assertThat(status(LAST_DAY.plusDays(1))).isEqualTo(MilestoneStatus.ON_TRACK);
        assertThat(milestone().work().pauses().getFirst().until(LAST_DAY)).isNull();
        assertThat(milestone().work().pauses().getFirst().until(LAST_DAY.plusDays(1)))
                .isEqualTo(LAST_DAY);
    }

    @Test
    void said_again_on_its_last_day_it_is_the_same_pause_for_another_quarter_and_a_day_later_another() {
        paused("2026-01-10");
        paused("2026-04-10");
        assertThat(milestone().work().pauses()).hasSize(1);
        assertThat(milestone().work().pauses().getFirst().heldUntil()).isEqualTo(LocalDate.of(2026, 7, 10));
        assertThat(milestone().work().pauses().getFirst().from()).isEqualTo(LocalDate.of(2026, 1, 10));
        paused("2026-07-11");
        assertThat(milestone().work().pauses()).hasSize(2);
    }

    @Test
    void another_reason_is_another_pause_and_ends_the_one_before() {
        paused("2026-01-10");
        paused(PauseReason.LITIGATION, "2026-02-10");
        assertThat(milestone().work().pauses().stream().map(Pause::reason))
                .containsExactly(PauseReason.AWAITING_FUNDS, PauseReason.LITIGATION);
        assertThat(milestone().pause(LocalDate.of(2026, 2, 10)).map(Pause::reason))
                .contains(PauseReason.LITIGATION);
        assertThat(milestone().work().pauses().getFirst().until(LAST_DAY)).isEqualTo(LocalDate.of(2026, 2, 10));
    }

    @Test
    void a_pause_ends_when_the_work_goes_on_and_when_it_is_done() {
        paused("2026-01-10");
        resumed("2026-02-10");
        assertThat(status(LocalDate.of(2026, 2, 9))).isEqualTo(MilestoneStatus.PAUSED);
        assertThat(status(LocalDate.of(2026, 2, 10))).isEqualTo(MilestoneStatus.ON_TRACK);
        paused("2026-03-01");
        reached("2026-03-02", "2026-03-03");
        assertThat(status(LocalDate.of(2026, 3, 3))).isEqualTo(MilestoneStatus.DONE);
        assertThat(milestone().pause(LocalDate.of(2026, 3, 2))).isEmpty();
    }

    @Test
    void a_pause_that_was_struck_was_none() {
        long position = paused("2026-01-10");
        history.says(DEFENSE_STAFF, new EntryCorrected(History.DEFENSE, position, "wrong", on("2026-01-11")));
        assertThat(status(LAST_DAY)).isEqualTo(MilestoneStatus.ON_TRACK);
    }

    @Test
    void a_pause_does_not_hide_what_becomes_of_the_program_and_takes_nothing_off_what_the_date_says() {
        paused("2026-01-10");
        doubted("2026-01-11");
        assertThat(status(LAST_DAY)).isEqualTo(MilestoneStatus.PAUSED);
        assertThat(milestone().statusBehindPause(LAST_DAY)).isEqualTo(MilestoneStatus.IN_DOUBT);
        history.says(CZAR, new ProgramSuspended(OPEN, "review"));
        assertThat(status(LAST_DAY.plusDays(1))).isEqualTo(MilestoneStatus.PAUSED);
        assertThat(milestone().statusBehindPause(LAST_DAY)).isEqualTo(MilestoneStatus.PAUSED);
        history.says(CZAR, new ProgramCancelled(OPEN, "merged"));
        assertThat(status(LAST_DAY)).isEqualTo(MilestoneStatus.WITHDRAWN);
    }

    @Test
    void a_later_date_told_while_it_holds_is_put_down_to_the_pause() {
        expected("2026-07-31", "2026-01-09");
        assertThat(pausedFor()).as("nothing stood still yet").isEmpty();
        paused("2026-01-10");
        assertThat(pausedFor()).as("told before").isEmpty();
        expected("2026-09-30", "2026-04-10");
        assertThat(pausedFor()).contains(PauseReason.AWAITING_FUNDS);
        doubted("2026-04-10");
        assertThat(pausedFor()).as("a doubt moves no date").contains(PauseReason.AWAITING_FUNDS);
        expected("2026-12-31", "2026-04-11");
        assertThat(pausedFor()).as("it had lapsed").isEmpty();
    }

    @Test
    void so_is_the_first_date_after_the_work_goes_on_and_none_after_that() {
        paused("2026-01-10");
        resumed("2026-02-10");
        expected("2026-09-30", "2026-03-01");
        assertThat(pausedFor()).contains(PauseReason.AWAITING_FUNDS);
        expected("2026-10-31", "2026-03-02");
        assertThat(pausedFor()).isEmpty();
    }

    @Test
    void a_pause_of_no_day_explains_nothing() {
        paused("2026-01-10");
        expected("2026-08-31", "2026-01-10");
        resumed("2026-01-10");
        expected("2026-09-30", "2026-01-10");
        assertThat(milestone().words().stream().map(Milestone.Word::pause)).containsOnlyNulls();
    }

    @Test
    void after_the_work_goes_on_a_cause_that_the_owner_names_is_the_cause() {
        paused("2026-01-10");
        resumed("2026-02-10");
        history.says(
                DEFENSE_STAFF,
                Story.forecast(OPEN, FIRST, "2026-09-30", Cause.MARKET, "demand fell", on("2026-03-01")));
        assertThat(pausedFor()).isEmpty();
    }

    @Test
    void while_it_holds_the_pause_is_named_beside_a_cause_that_the_owner_names() {
        paused("2026-01-10");
        history.says(
                DEFENSE_STAFF,
                Story.forecast(OPEN, FIRST, "2026-09-30", Cause.MARKET, "demand fell", on("2026-03-01")));
        assertThat(pausedFor()).contains(PauseReason.AWAITING_FUNDS);
    }

    @Test
    void an_earlier_or_an_equal_date_needs_no_pause_to_explain_it() {
        paused("2026-01-10");
        expected("2026-06-30", "2026-01-11");
        assertThat(pausedFor()).isEmpty();
        expected("2026-06-29", "2026-01-12");
        assertThat(pausedFor()).isEmpty();
        expected("2026-06-30", "2026-01-13");
        assertThat(pausedFor()).contains(PauseReason.AWAITING_FUNDS);
    }

    @Test
    void what_was_reached_late_while_it_stood_still_is_put_down_to_the_pause() {
        paused("2026-06-10");
        reached("2026-07-01", "2026-07-02");
        assertThat(pausedFor()).contains(PauseReason.AWAITING_FUNDS);
    }

    @Test
    void the_estimate_stated_last_holds_whatever_was_recorded_last() {
        estimated(40, "2026-02-01");
        estimated(30, "2026-01-01");
        assertThat(milestone().work().estimate()).isNotNull();
        assertThat(milestone().marginLeftDays()).isEqualTo(40);
    }

    @Test
    void what_is_left_of_a_margin_is_what_was_set_aside_without_its_uses_and_is_never_clamped() {
        assertThat(milestone().marginLeftDays()).as("nobody said how much").isNull();
        estimated(10, "2026-01-01");
        used(4, "2026-01-02");
        used(4, "2026-01-02");
        assertThat(milestone().marginLeftDays()).isEqualTo(2);
        estimated(5, "2026-01-03");
        assertThat(milestone().marginLeftDays()).isEqualTo(-3);
    }

    @Test
    void nothing_is_left_of_what_is_no_margin() {
        promised(2, MilestoneKind.CONSTRUCTION);
        estimated(10, "2026-01-01");
        assertThat(milestone().marginLeftDays()).isNull();
    }
}
