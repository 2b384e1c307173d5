package centralcommand.query.server.portfolio;

import static centralcommand.query.server.told.History.CZAR;
import static centralcommand.query.server.told.History.DEFENSE_APPROVER;
import static centralcommand.query.server.told.History.DEFENSE_STAFF;
import static centralcommand.query.server.told.History.on;
import static centralcommand.query.server.told.Story.FIRST;
import static centralcommand.query.server.told.Story.OPEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import centralcommand.command.contract.clearance.ClearanceEvent.ReleasePolicySet;
import centralcommand.command.contract.clearance.ReleasePolicy;
import centralcommand.command.contract.program.ProgramEvent.ProgramApproved;
import centralcommand.command.contract.program.ProgramEvent.ProgramCancelled;
import centralcommand.command.contract.program.ProgramEvent.ProgramResumed;
import centralcommand.command.contract.program.ProgramEvent.ProgramSuspended;
import centralcommand.command.contract.schedule.MilestoneKind;
import centralcommand.command.contract.schedule.NewDate;
import centralcommand.command.contract.schedule.PlannedMilestone;
import centralcommand.command.contract.schedule.RebaselineEvent.RebaselineApproved;
import centralcommand.command.contract.schedule.RebaselineEvent.RebaselineDeclined;
import centralcommand.command.contract.schedule.RebaselineEvent.RebaselineRequested;
import centralcommand.command.contract.schedule.RebaselineReason;
import centralcommand.command.contract.schedule.ScheduleEvent.ActualReported;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineApproved;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineProposed;
import centralcommand.command.contract.schedule.ScheduleEvent.ConfirmedUnchanged;
import centralcommand.command.contract.schedule.ScheduleEvent.DoubtReported;
import centralcommand.command.contract.schedule.ScheduleEvent.ForecastReported;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.StatedDate;
import centralcommand.query.contract.board.MilestoneStatus;
import centralcommand.query.server.portfolio.Milestone.Slip;
import centralcommand.query.server.told.History;
import centralcommand.query.server.told.Story;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MilestoneTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 6);

    private final History history = new History();

    @BeforeEach
    void a_program_whose_entries_are_released_at_once() {
        history.says(DEFENSE_APPROVER, new ReleasePolicySet(History.DEFENSE, ReleasePolicy.AT_ONCE));
        history.says(DEFENSE_STAFF, Story.proposed(OPEN, "Program", History.DEFENSE, on("2025-01-01")));
        history.says(CZAR, new ProgramApproved(OPEN));
    }

    private void promised(int baseline, @Nullable String date, Precision precision, MilestoneKind kind) {
        promised(baseline, date, precision, kind, "2025-01-01");
    }

    private void promised(
            int baseline, @Nullable String date, Precision precision, MilestoneKind kind, String statedOn) {
        history.says(
                DEFENSE_STAFF,
                new BaselineProposed(
                        OPEN,
                        baseline,
                        "basis",
                        List.of(new PlannedMilestone(
                                FIRST,
                                "First",
                                date == null ? null : LocalDate.parse(date),
                                precision,
                                "",
                                kind,
                                null)),
                        on(statedOn)));
        history.says(CZAR, new BaselineApproved(OPEN, baseline));
    }

    private void promised(String date, Precision precision) {
        promised(1, date, precision, MilestoneKind.FIRST_PRODUCT);
    }

    private long expected(String date, Precision precision, String statedOn) {
        return history.says(
                DEFENSE_STAFF,
                new ForecastReported(
                        OPEN,
                        FIRST,
                        new StatedDate(LocalDate.parse(date), precision, ""),
                        null,
                        null,
                        "",
                        on(statedOn)));
    }

    private void doubted(String statedOn) {
        history.says(DEFENSE_STAFF, new DoubtReported(OPEN, FIRST, "", null, null, "why", on(statedOn)));
    }

    private void reached(String date, String statedOn) {
        reached(date, Precision.DAY, statedOn);
    }

    private void reached(String date, Precision precision, String statedOn) {
        history.says(
                DEFENSE_STAFF,
                new ActualReported(
                        OPEN,
                        FIRST,
                        new StatedDate(LocalDate.parse(date), precision, ""),
                        null,
                        null,
                        "",
                        "evidence",
                        on(statedOn)));
    }

    private Milestone milestone() {
        return history.world()
                .seenBy(Audience.CZAR)
                .portfolio()
                .milestone(FIRST)
                .orElseThrow();
    }

    private Slip slip() {
        return Optional.ofNullable(milestone().slipVsOriginal()).orElseThrow();
    }

    private MilestoneStatus status() {
        return milestone().status(TODAY);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-30, DAY, 2026-06-30, DAY, 0, true",
        "2026-06-30, DAY, 2026-07-01, DAY, 1, false",
        "2026-06-30, MONTH, 2026-07-27, DAY, 27, true",
        "2026-06-30, MONTH, 2026-07-28, DAY, 28, false",
        "2026-06-30, QUARTER, 2026-09-27, DAY, 89, true",
        "2026-06-30, QUARTER, 2026-09-28, DAY, 90, false",
        "2026-06-30, HALF, 2026-12-27, DAY, 180, true",
        "2026-06-30, HALF, 2026-12-28, DAY, 181, false",
        "2026-12-31, YEAR, 2027-12-30, DAY, 364, true",
        "2026-12-31, YEAR, 2027-12-31, YEAR, 365, false",
        "2026-06-30, MONTH, 2026-06-03, DAY, -27, true",
        "2026-06-30, MONTH, 2026-06-02, DAY, -28, false",
    })
    void a_move_of_fewer_days_than_the_coarser_width_is_no_slip_late_or_early(
            String base, Precision basePrecision, String now, Precision precision, long days, boolean within) {
        promised(base, basePrecision);
        expected(now, precision, "2025-06-01");
        assertThat(slip().days()).isEqualTo(days);
        assertThat(slip().withinPrecision()).isEqualTo(within);
        assertThat(slip().isLate()).isEqualTo(days > 0 && !within);
    }

    @Test
    void a_slip_between_two_days_has_no_interval() {
        promised("2026-06-30", Precision.DAY);
        expected("2026-07-30", Precision.DAY, "2025-06-01");
        assertThat(slip().interval()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"2026-01-06, ON_TRACK", "2026-01-05, NO_REPORT"})
    void a_date_has_passed_on_the_day_after_it(String date, MilestoneStatus status) {
        promised(date, Precision.DAY);
        assertThat(status()).isEqualTo(status);
    }

    @Test
    void a_doubt_stands_until_another_date_is_given_and_confirming_does_not_lift_it() {
        promised("2026-06-30", Precision.DAY);
        expected("2026-06-30", Precision.DAY, "2025-02-01");
        doubted("2025-03-01");
        history.says(DEFENSE_STAFF, new ConfirmedUnchanged(OPEN, List.of(FIRST), on("2025-04-01")));
        assertThat(status()).isEqualTo(MilestoneStatus.IN_DOUBT);
        assertThat(milestone().lastHeardOn()).isEqualTo("2025-04-01");
        expected("2026-06-30", Precision.DAY, "2025-05-01");
        assertThat(status()).isEqualTo(MilestoneStatus.ON_TRACK);
        assertThat(milestone().warning()).isEqualTo("2025-03-01");
    }

    @Test
    void old_news_that_is_entered_late_does_not_win_and_is_shown_as_late() {
        promised("2026-06-30", Precision.DAY);
        expected("2026-09-30", Precision.DAY, "2025-06-01");
        long old = expected("2026-07-31", Precision.DAY, "2025-03-01");
        assertThat(slip().days()).isEqualTo(92);
        assertThat(milestone().slipSinceLastReportDays()).isEqualTo(61);
        Portfolio portfolio = history.world().seenBy(Audience.CZAR).portfolio();
        assertThat(portfolio.isLate(history.facts().get((int) old - 1))).isTrue();
        assertThat(portfolio.isLate(history.facts().get((int) old - 2))).isFalse();
    }

    @Test
    void status_is_held_against_the_current_baseline_and_the_slip_against_the_original_one_too() {
        promised("2026-06-30", Precision.DAY);
        promised(2, "2026-12-31", Precision.DAY, MilestoneKind.FIRST_PRODUCT);
        expected("2026-12-31", Precision.DAY, "2025-06-01");
        assertThat(status()).isEqualTo(MilestoneStatus.ON_TRACK);
        assertThat(slip().days()).isEqualTo(184);
    }

    @Test
    void a_milestone_that_is_only_proposed_is_not_on_the_board() {
        history.says(
                DEFENSE_STAFF,
                new BaselineProposed(
                        OPEN,
                        1,
                        "basis",
                        List.of(Story.planned(FIRST, "First", "2026-06-30", Precision.DAY)),
                        on("2025-01-01")));
        assertThat(history.world().seenBy(Audience.CZAR).portfolio().milestones())
                .isEmpty();
    }

    @Test
    void without_any_date_it_is_neither_late_nor_on_track() {
        promised(1, null, Precision.DAY, MilestoneKind.DECISION);
        assertThat(status()).isEqualTo(MilestoneStatus.NO_DATE);
        assertThat(milestone().slipVsOriginal()).isNull();
    }

    @Test
    void work_that_is_halted_pauses_its_milestones_and_goes_on_with_them() {
        promised("2026-06-30", Precision.DAY);
        history.says(CZAR, new ProgramSuspended(OPEN, "review"));
        assertThat(status()).isEqualTo(MilestoneStatus.PAUSED);
        history.says(CZAR, new ProgramResumed(OPEN, "done"));
        assertThat(status()).isEqualTo(MilestoneStatus.ON_TRACK);
    }

    @Test
    void a_cancelled_program_withdraws_what_is_open_and_keeps_what_was_reached() {
        promised("2026-06-30", Precision.DAY);
        history.says(CZAR, new ProgramCancelled(OPEN, "merged"));
        assertThat(status()).isEqualTo(MilestoneStatus.WITHDRAWN);
        assertThat(milestone().isClosed()).isTrue();
        reached("2026-01-02", "2026-01-03");
        assertThat(status()).isEqualTo(MilestoneStatus.DONE);
    }

    @Test
    void what_was_reached_after_its_baseline_is_done_late() {
        promised("2025-12-31", Precision.DAY);
        reached("2026-01-01", "2026-01-03");
        assertThat(status()).isEqualTo(MilestoneStatus.DONE_LATE);
    }

    @Test
    void a_date_set_by_law_that_is_moved_is_no_slip_of_the_program() {
        promised(1, "2026-06-30", Precision.DAY, MilestoneKind.STATUTORY);
        expected("2027-06-30", Precision.DAY, "2025-06-01");
        assertThat(slip().days()).isEqualTo(365);
        assertThat(status()).isEqualTo(MilestoneStatus.ON_TRACK);
        assertThat(milestone().warning()).isNull();
    }

    private long asked(int baseline, String date, String statedOn) {
        return history.says(
                DEFENSE_STAFF,
                new RebaselineRequested(
                        OPEN,
                        baseline,
                        RebaselineReason.DEPENDENCY,
                        "The furnace came late.",
                        "a new plan",
                        "the supplier",
                        List.of(new NewDate(FIRST, LocalDate.parse(date), null, null)),
                        on(statedOn)));
    }

    private void rebaselined(int baseline, String date, String statedOn) {
        asked(baseline, date, statedOn);
        history.says(CZAR, new RebaselineApproved(OPEN, baseline, "The plan holds.", "the agency", ""));
    }

    private @Nullable LocalDate day(Milestone.@Nullable Dated dated) {
        return dated == null ? null : dated.stated().date();
    }

    /** The slip as a share of the days that there were to run when the promise was made, in percent. */
    private static double percent(@Nullable Slip slip, Milestone.@Nullable Dated promise) {
        Milestone.Dated base = Optional.ofNullable(promise).orElseThrow();
        long daysToRun = base.entry().saidOn().until(base.stated().date(), ChronoUnit.DAYS);
        return 100.0 * Optional.ofNullable(slip).orElseThrow().days() / daysToRun;
    }

    /**
     * GAO-05-182, of the F/A-22: 0.33 % below the latest of its baselines, of 4 months ago, and 72 % above the first one, of 143 months ago. There it
     * is the cost of one aircraft; here as much of the days to run.
     */
    @Test
    void several_baselines_hide_from_the_current_one_what_the_original_one_shows() {
        promised(1, "2021-04-24", Precision.DAY, MilestoneKind.FIRST_PRODUCT, "2014-02-06");
        rebaselined(2, "2023-01-31", "2018-06-01");
        rebaselined(3, "2025-06-30", "2021-06-01");
        rebaselined(4, "2026-07-06", "2025-09-06");
        expected("2026-07-05", Precision.DAY, "2026-01-05");
        Milestone milestone = milestone();
        assertThat(LocalDate.of(2014, 2, 6).plusMonths(143)).isEqualTo(TODAY);
        assertThat(LocalDate.of(2025, 9, 6).plusMonths(4)).isEqualTo(TODAY);
        assertThat(day(milestone.original())).isEqualTo("2021-04-24");
        assertThat(day(milestone.current())).isEqualTo("2026-07-06");
        assertThat(milestone.slipVsCurrent()).extracting(Slip::days).isEqualTo(-1L);
        assertThat(slip().days()).isEqualTo(1_898);
        assertThat(percent(milestone.slipVsCurrent(), milestone.current())).isCloseTo(-0.33, within(0.005));
        assertThat(percent(milestone.slipVsOriginal(), milestone.original())).isCloseTo(72, within(0.5));
        assertThat(status()).isEqualTo(MilestoneStatus.ON_TRACK);
    }

    @Test
    void a_request_changes_nothing_while_it_waits_or_when_it_is_declined() {
        promised("2026-06-30", Precision.DAY);
        asked(2, "2027-06-30", "2025-06-01");
        assertThat(day(milestone().current())).isEqualTo("2026-06-30");
        history.says(CZAR, new RebaselineDeclined(OPEN, 2, "No plan.", "the agency", ""));
        assertThat(day(milestone().current())).isEqualTo("2026-06-30");
        assertThat(milestone().slipVsOriginal()).isNull();
        rebaselined(3, "2027-03-31", "2025-07-01");
        assertThat(day(milestone().current())).isEqualTo("2027-03-31");
        assertThat(day(milestone().original())).isEqualTo("2026-06-30");
    }

    @Test
    void promising_anew_and_keeping_silent_hides_no_slip() {
        promised("2026-06-30", Precision.DAY);
        rebaselined(2, "2027-06-30", "2025-06-01");
        assertThat(slip().days()).isEqualTo(365);
        assertThat(milestone().slipVsCurrent()).extracting(Slip::days).isEqualTo(0L);
        assertThat(day(milestone().onFile())).isEqualTo("2027-06-30");
    }

    @Test
    void what_was_reached_in_a_period_that_still_runs_was_reached_by_the_day_on_which_it_was_said() {
        promised("2026-06-30", Precision.DAY);
        reached("2026-12-31", Precision.YEAR, "2026-11-26");
        assertThat(day(milestone().actual())).isEqualTo("2026-11-26");
        assertThat(slip().days()).isEqualTo(149);
    }

    @Test
    void a_promise_asked_for_after_a_forecast_is_the_latest_word() {
        promised("2026-06-30", Precision.DAY);
        expected("2026-07-31", Precision.DAY, "2025-02-01");
        rebaselined(2, "2028-06-30", "2025-06-01");
        assertThat(slip().days()).isEqualTo(731);
        assertThat(day(milestone().onFile())).isEqualTo("2028-06-30");
        expected("2028-09-30", Precision.DAY, "2025-07-01");
        assertThat(slip().days()).isEqualTo(823);
        assertThat(milestone().words().getLast().moveDays()).isEqualTo(92);
    }

    @Test
    void a_forecast_told_after_the_request_and_before_its_approval_is_the_latest_word() {
        promised("2026-06-30", Precision.DAY);
        asked(2, "2028-06-30", "2025-06-01");
        expected("2026-08-31", Precision.DAY, "2025-07-01");
        history.says(CZAR, new RebaselineApproved(OPEN, 2, "Yes.", "the agency", ""));
        assertThat(slip().days()).isEqualTo(62);
        assertThat(milestone().slipVsCurrent()).extracting(Slip::days).isEqualTo(-669L);
    }

    @Test
    void a_report_moves_the_date_that_was_on_file_when_it_was_recorded() {
        promised("2026-06-30", Precision.DAY);
        expected("2026-08-31", Precision.DAY, "2025-02-01");
        rebaselined(2, "2027-06-30", "2025-06-01");
        expected("2027-06-30", Precision.DAY, "2025-07-01");
        assertThat(milestone().words().stream().map(Milestone.Word::moveDays)).containsExactly(62L, 0L);
        assertThat(milestone().slipSinceLastReportDays()).isEqualTo(303);
        assertThat(milestone().slipVsCurrent()).extracting(Slip::days).isEqualTo(0L);
        assertThat(milestone().warning()).isEqualTo("2025-02-01");
    }

    @Test
    void the_first_report_after_a_new_promise_is_held_against_that_promise() {
        promised("2026-06-30", Precision.DAY);
        rebaselined(2, "2027-06-30", "2025-06-01");
        expected("2027-07-31", Precision.DAY, "2025-07-01");
        assertThat(milestone().words().stream().map(Milestone.Word::moveDays)).containsExactly(31L);
        assertThat(slip().days()).isEqualTo(396);
    }
}
