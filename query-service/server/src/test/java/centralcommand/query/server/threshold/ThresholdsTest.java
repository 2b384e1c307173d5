package centralcommand.query.server.threshold;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.clearance.ClearanceEvent.ReleasePolicySet;
import centralcommand.command.contract.clearance.ReleasePolicy;
import centralcommand.command.contract.program.Binding;
import centralcommand.command.contract.program.ProgramEvent.RegimeDeclared;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.program.Regime;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.MilestoneKind;
import centralcommand.command.contract.schedule.NewDate;
import centralcommand.command.contract.schedule.PlannedMilestone;
import centralcommand.command.contract.schedule.RebaselineEvent.RebaselineApproved;
import centralcommand.command.contract.schedule.RebaselineEvent.RebaselineRequested;
import centralcommand.command.contract.schedule.RebaselineReason;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineApproved;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineProposed;
import centralcommand.command.contract.shared.Precision;
import centralcommand.query.contract.threshold.Measure;
import centralcommand.query.contract.threshold.Thresholds;
import centralcommand.query.contract.threshold.Thresholds.Breach;
import centralcommand.query.contract.threshold.Thresholds.Threshold;
import centralcommand.query.server.told.History;
import centralcommand.query.server.told.Looking;
import centralcommand.query.server.told.Sample;
import centralcommand.query.server.told.Story;
import centralcommand.query.server.view.Filter;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ThresholdsTest {
    private static final ProgramId PLANT = new ProgramId("plant");
    private static final MilestoneId OPENING = new MilestoneId("opening");
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private static Threshold limit(Measure measure, int months, int days, @Nullable LocalDate to) {
        return new Threshold("limit", "A limit", measure, months, days, null, to, Regime.FAST_41, "a law", "a notice");
    }

    private static History promisedFor(String day) {
        return promisedFor(day, "2025-01-01");
    }

    private static History promisedFor(String day, String statedOn) {
        History history = new History();
        history.says(History.ENERGY_APPROVER, new ReleasePolicySet(History.ENERGY, ReleasePolicy.AT_ONCE));
        history.says(History.ENERGY_STAFF, Story.proposed(PLANT, "Plant", History.ENERGY, History.on(statedOn)));
        history.says(
                History.ENERGY_STAFF,
                new BaselineProposed(
                        PLANT,
                        1,
                        "plan",
                        List.of(Story.planned(OPENING, "Opening", day, Precision.DAY)),
                        History.on(statedOn)));
        history.says(History.CZAR, new BaselineApproved(PLANT, 1));
        return history;
    }

    private static void forecast(History history, String stated, String day) {
        history.says(History.ENERGY_STAFF, Story.forecast(PLANT, OPENING, day, null, "", History.on(stated)));
    }

    private static List<Breach> breaches(History history, Threshold threshold) {
        return ThresholdsView.of(Looking.asCzar(history, TODAY), Filter.ALL, List.of(threshold))
                .breaches();
    }

    @Test
    void a_slip_of_the_limit_itself_is_within_it_and_a_day_more_is_beyond() {
        History within = promisedFor("2026-01-01");
        forecast(within, "2025-06-01", "2026-01-31");
        assertThat(breaches(within, limit(Measure.VS_ORIGINAL, 0, 30, null))).isEmpty();
        History beyond = promisedFor("2026-01-01");
        forecast(beyond, "2025-06-01", "2026-02-01");
        assertThat(breaches(beyond, limit(Measure.VS_ORIGINAL, 0, 30, null)))
                .singleElement()
                .satisfies(breach -> assertThat(breach.overDays()).isEqualTo(1))
                .satisfies(breach -> assertThat(breach.limit()).isEqualTo("2026-01-31"));
    }

    @Test
    void six_months_or_more_begins_with_the_day_on_which_six_months_are_over() {
        History shorter = promisedFor("2026-01-01");
        forecast(shorter, "2025-06-01", "2026-06-30");
        assertThat(breaches(shorter, limit(Measure.VS_ORIGINAL, 6, -1, null))).isEmpty();
        History longer = promisedFor("2026-01-01");
        forecast(longer, "2025-06-01", "2026-07-01");
        assertThat(breaches(longer, limit(Measure.VS_ORIGINAL, 6, -1, null))).hasSize(1);
        assertThat(breaches(longer, limit(Measure.VS_ORIGINAL, 6, 0, null)))
                .as("more than six months")
                .isEmpty();
    }

    @Test
    void many_small_moves_cross_a_limit_against_the_original_and_none_since_the_last_report() {
        History history = promisedFor("2026-01-01");
        forecast(history, "2025-03-01", "2026-04-01");
        forecast(history, "2025-06-01", "2026-07-01");
        forecast(history, "2025-09-01", "2026-10-01");
        assertThat(breaches(history, limit(Measure.SINCE_LAST_REPORT, 6, 0, null)))
                .isEmpty();
        assertThat(breaches(history, limit(Measure.VS_ORIGINAL, 6, 0, null))).hasSize(1);
    }

    @Test
    void a_limit_binds_only_where_its_rules_were_said_to_apply_and_is_advisory_elsewhere() {
        History history = promisedFor("2026-01-01");
        forecast(history, "2025-06-01", "2026-12-01");
        Threshold limit = limit(Measure.VS_ORIGINAL, 0, 30, null);
        assertThat(breaches(history, limit)).extracting(Breach::binding).containsExactly(false);
        history.says(History.CZAR, new RegimeDeclared(PLANT, Regime.FAST_41, Binding.BINDS, "a listing"));
        assertThat(breaches(history, limit)).extracting(Breach::binding).containsExactly(true);
        history.says(
                History.CZAR, new RegimeDeclared(PLANT, Regime.FAST_41, Binding.BINDS_NO_LONGER, "taken off the list"));
        assertThat(breaches(history, limit)).extracting(Breach::binding).containsExactly(false);
    }

    @Test
    void a_limit_that_is_no_longer_in_force_is_crossed_by_nothing() {
        History history = promisedFor("2026-01-01");
        forecast(history, "2025-06-01", "2026-12-01");
        assertThat(breaches(history, limit(Measure.VS_ORIGINAL, 0, 30, TODAY))).hasSize(1);
        assertThat(breaches(history, limit(Measure.VS_ORIGINAL, 0, 30, TODAY.minusDays(1))))
                .isEmpty();
    }

    @Test
    void every_line_of_the_register_can_be_read_and_names_its_source() {
        assertThat(ThresholdRegister.ALL).hasSize(5).allSatisfy(threshold -> {
            assertThat(threshold.citation()).isNotBlank();
            assertThat(threshold.asks()).isNotBlank();
        });
        assertThat(ThresholdRegister.ALL).extracting(Threshold::id).doesNotHaveDuplicates();
    }

    private static void promisedAnew(History history, int baseline, String day, String statedOn) {
        history.says(
                History.ENERGY_STAFF,
                new RebaselineRequested(
                        PLANT,
                        baseline,
                        RebaselineReason.FUNDING_CHANGE,
                        "The loan came late.",
                        "a plan",
                        "Treasury",
                        List.of(new NewDate(OPENING, LocalDate.parse(day), null, null)),
                        History.on(statedOn)));
        history.says(History.CZAR, new RebaselineApproved(PLANT, baseline, "Yes.", "Treasury", ""));
    }

    @Test
    void a_promise_made_anew_stays_beyond_the_limit_against_the_original_one() {
        History history = promisedFor("2026-07-01");
        forecast(history, "2025-06-01", "2026-07-15");
        promisedAnew(history, 2, "2028-07-01", "2025-09-01");
        assertThat(breaches(history, limit(Measure.VS_ORIGINAL, 6, 0, null)))
                .singleElement()
                .satisfies(breach -> assertThat(breach.date()).isEqualTo("2028-07-01"));
        assertThat(breaches(history, limit(Measure.VS_CURRENT, 0, 30, null))).isEmpty();
    }

    /** Crossed by a slip of at least so many percent of the days that there are to run from one day to the other. */
    private static Threshold share(Measure measure, int percent, String statedOn, String promised) {
        long toRun = LocalDate.parse(statedOn).until(LocalDate.parse(promised), ChronoUnit.DAYS);
        return limit(measure, 0, (int) Math.ceilDiv(toRun * percent, 100) - 1, null);
    }

    /**
     * GAO-05-182, of the F/A-22: 0.33 % below the baseline of 4 months ago, and 72 % above that of 143 months ago. By the limits of 10 U.S.C. 4371 (15
     * and 25 % over the current baseline, 30 and 50 % over the original one) that is no breach of the current one and a critical one of the original.
     * These limits are of the cost of one aircraft; here they are of the days to run.
     */
    @Test
    void what_the_latest_of_several_baselines_hides_is_critical_against_the_original_one() {
        assertThat(LocalDate.of(2014, 7, 1).plusMonths(143)).isEqualTo(TODAY);
        assertThat(LocalDate.of(2026, 2, 1).plusMonths(4)).isEqualTo(TODAY);
        History history = promisedFor("2021-09-18", "2014-07-01");
        promisedAnew(history, 2, "2023-06-30", "2019-01-01");
        promisedAnew(history, 3, "2026-12-01", "2026-02-01");
        forecast(history, "2026-05-20", "2026-11-30");

        assertThat(breaches(history, limit(Measure.VS_CURRENT, 0, 0, null)))
                .as("nothing at all over the current one")
                .isEmpty();
        for (int percent : List.of(15, 25)) {
            assertThat(breaches(history, share(Measure.VS_CURRENT, percent, "2026-02-01", "2026-12-01")))
                    .as("%s %% over the current one", percent)
                    .isEmpty();
        }
        for (int percent : List.of(30, 50, 72)) {
            assertThat(breaches(history, share(Measure.VS_ORIGINAL, percent, "2014-07-01", "2021-09-18")))
                    .as("%s %% over the original one", percent)
                    .hasSize(1);
        }
        assertThat(breaches(history, share(Measure.VS_ORIGINAL, 73, "2014-07-01", "2021-09-18")))
                .isEmpty();
        assertThat(breachesOfRegister(history))
                .contains("nasa-notice", "doe-deviation")
                .doesNotContain("apb-schedule");
    }

    private static List<String> breachesOfRegister(History history) {
        return ThresholdsView.of(Looking.asCzar(history, TODAY), Filter.ALL).breaches().stream()
                .map(Breach::threshold)
                .toList();
    }

    @Test
    void a_date_that_law_or_order_set_anew_crosses_nothing() {
        History history = new History();
        history.says(History.ENERGY_APPROVER, new ReleasePolicySet(History.ENERGY, ReleasePolicy.AT_ONCE));
        history.says(History.ENERGY_STAFF, Story.proposed(PLANT, "Plant", History.ENERGY, History.on("2025-01-01")));
        PlannedMilestone ban = new PlannedMilestone(
                OPENING, "Ban", LocalDate.of(2026, 1, 1), Precision.DAY, "", MilestoneKind.STATUTORY, null);
        history.says(
                History.ENERGY_STAFF, new BaselineProposed(PLANT, 1, "law", List.of(ban), History.on("2025-01-01")));
        history.says(History.CZAR, new BaselineApproved(PLANT, 1));
        forecast(history, "2025-06-01", "2027-01-01");
        assertThat(breaches(history, limit(Measure.VS_ORIGINAL, 0, 30, null))).isEmpty();
    }

    @Test
    void in_the_sample_nothing_binds_and_moves_within_precision_cross_nothing() {
        Thresholds thresholds =
                ThresholdsView.of(Looking.asCzar(Sample.history(), LocalDate.of(2026, 11, 23)), Filter.ALL);
        assertThat(thresholds.breaches()).isNotEmpty().noneMatch(Breach::binding);
        assertThat(thresholds.breaches())
                .filteredOn(breach -> breach.threshold().equals("fast41-extension"))
                .extracting(breach -> breach.milestoneId().value())
                .contains("rer-construct", "usar-still-prod", "arafura-fid")
                .doesNotContain("evac-ops", "realloys-src", "s232n-report");
    }
}
