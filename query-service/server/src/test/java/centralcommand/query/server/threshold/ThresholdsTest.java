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
        History history = new History();
        history.says(History.ENERGY_APPROVER, new ReleasePolicySet(History.ENERGY, ReleasePolicy.AT_ONCE));
        history.says(History.ENERGY_STAFF, Story.proposed(PLANT, "Plant", History.ENERGY, History.on("2025-01-01")));
        history.says(
                History.ENERGY_STAFF,
                new BaselineProposed(
                        PLANT,
                        1,
                        "plan",
                        List.of(Story.planned(OPENING, "Opening", day, Precision.DAY)),
                        History.on("2025-01-01")));
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

    /** What GAO-05-182 found: nothing to see against the latest baseline, and far beyond against the first. */
    @Test
    void a_promise_made_anew_stays_beyond_the_limit_against_the_original_one() {
        History history = promisedFor("2026-07-01");
        forecast(history, "2025-06-01", "2026-07-15");
        history.says(
                History.ENERGY_STAFF,
                new RebaselineRequested(
                        PLANT,
                        2,
                        RebaselineReason.FUNDING_CHANGE,
                        "The loan came late.",
                        "a plan",
                        "Treasury",
                        List.of(new NewDate(OPENING, LocalDate.of(2028, 7, 1), null, null)),
                        History.on("2025-09-01")));
        history.says(History.CZAR, new RebaselineApproved(PLANT, 2, "Yes.", "Treasury", ""));
        assertThat(breaches(history, limit(Measure.VS_ORIGINAL, 6, 0, null)))
                .singleElement()
                .satisfies(breach -> assertThat(breach.date()).isEqualTo("2028-07-01"));
        assertThat(breaches(history, limit(Measure.VS_CURRENT, 0, 30, null))).isEmpty();
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
