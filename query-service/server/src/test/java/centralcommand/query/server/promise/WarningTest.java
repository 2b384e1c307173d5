package centralcommand.query.server.promise;

import static centralcommand.query.server.told.History.CZAR;
import static centralcommand.query.server.told.History.DEFENSE;
import static centralcommand.query.server.told.History.DEFENSE_APPROVER;
import static centralcommand.query.server.told.History.DEFENSE_STAFF;
import static centralcommand.query.server.told.History.on;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.clearance.ClearanceEvent.ReleasePolicySet;
import centralcommand.command.contract.clearance.ReleasePolicy;
import centralcommand.command.contract.program.ProgramEvent.ProgramApproved;
import centralcommand.command.contract.program.ProgramEvent.ProgramCancelled;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.ActivityEvent.DurationEstimated;
import centralcommand.command.contract.schedule.LinkEnd;
import centralcommand.command.contract.schedule.LinkId;
import centralcommand.command.contract.schedule.LinkKind;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.MilestoneKind;
import centralcommand.command.contract.schedule.PlannedMilestone;
import centralcommand.command.contract.schedule.ScheduleEvent.ActualReported;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineApproved;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineProposed;
import centralcommand.command.contract.schedule.ScheduleEvent.DoubtReported;
import centralcommand.command.contract.schedule.ScheduleEvent.MilestonesLinked;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.StatedDate;
import centralcommand.query.contract.schedule.Promises;
import centralcommand.query.contract.schedule.Promises.Basis;
import centralcommand.query.contract.schedule.Promises.Like;
import centralcommand.query.server.told.History;
import centralcommand.query.server.told.Looking;
import centralcommand.query.server.told.Story;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarningTest {
    private static final ProgramId PLANT = new ProgramId("plant");
    private static final MilestoneId FIRST = new MilestoneId("first");
    private static final MilestoneId SECOND = new MilestoneId("second");

    private final History history = new History();
    private int baselines;

    WarningTest() {
        history.says(DEFENSE_APPROVER, new ReleasePolicySet(DEFENSE, ReleasePolicy.AT_ONCE));
        history.says(DEFENSE_STAFF, Story.proposed(PLANT, "Plant", DEFENSE, on("2024-01-01")));
        history.says(CZAR, new ProgramApproved(PLANT));
    }

    private WarningTest promises(
            MilestoneId id, String statedOn, String date, Precision precision, MilestoneKind kind) {
        baselines++;
        history.says(
                DEFENSE_STAFF,
                new BaselineProposed(
                        PLANT,
                        baselines,
                        "plan",
                        List.of(new PlannedMilestone(id, id.value(), LocalDate.parse(date), precision, "", kind, null)),
                        on(statedOn)));
        history.says(CZAR, new BaselineApproved(PLANT, baselines));
        return this;
    }

    private WarningTest promises(String statedOn, String date, Precision precision) {
        return promises(FIRST, statedOn, date, precision, MilestoneKind.FIRST_PRODUCT);
    }

    private WarningTest expects(String statedOn, String date) {
        forecast(FIRST, statedOn, date);
        return this;
    }

    private void forecast(MilestoneId id, String statedOn, String date) {
        history.says(DEFENSE_STAFF, Story.forecast(PLANT, id, date, null, "", on(statedOn)));
    }

    private WarningTest doubts(String statedOn) {
        history.says(DEFENSE_STAFF, new DoubtReported(PLANT, FIRST, "unclear", null, null, "", on(statedOn)));
        return this;
    }

    private WarningTest reaches(MilestoneId id, String statedOn, String date) {
        history.says(
                DEFENSE_STAFF,
                new ActualReported(
                        PLANT,
                        id,
                        new StatedDate(LocalDate.parse(date), Precision.DAY, ""),
                        null,
                        null,
                        "",
                        "photo",
                        on(statedOn)));
        return this;
    }

    private Promises seenOn(String today) {
        return PromisesView.of(Looking.asCzar(history, LocalDate.parse(today)), FIRST);
    }

    @Test
    void a_promise_for_a_period_is_missed_only_after_its_last_day() {
        promises("2024-01-01", "2025-06-30", Precision.MONTH);
        assertThat(seenOn("2025-06-30").missed()).isNull();
        assertThat(seenOn("2025-07-01").missed()).isEqualTo("2025-06-30");
        assertThat(seenOn("2025-07-01").warningDays()).isNull();
    }

    @Test
    void an_actual_within_precision_is_no_miss_and_one_beyond_is() {
        promises("2024-01-01", "2025-06-30", Precision.MONTH).reaches(FIRST, "2025-08-01", "2025-07-27");
        assertThat(seenOn("2026-01-01").missed()).isNull();
        WarningTest other = new WarningTest();
        other.promises("2024-01-01", "2025-06-30", Precision.MONTH).reaches(FIRST, "2025-08-01", "2025-07-28");
        assertThat(other.seenOn("2026-01-01").missed()).isEqualTo("2025-06-30");
        assertThat(other.seenOn("2026-01-01").warningDays()).isEqualTo(-32);
    }

    @Test
    void a_doubt_before_the_day_is_a_warning() {
        promises("2024-01-01", "2025-06-30", Precision.DAY).doubts("2025-06-01").expects("2025-06-20", "2025-12-31");
        assertThat(seenOn("2026-01-01").warned()).isEqualTo("2025-06-01");
        assertThat(seenOn("2026-01-01").warningDays()).isEqualTo(29);
    }

    @Test
    void what_is_dated_back_warns_from_the_day_on_which_it_was_recorded() {
        promises("2024-01-01", "2025-06-30", Precision.DAY);
        history.until("2026-02-01");
        doubts("2025-05-03");
        assertThat(seenOn("2026-03-01").warned()).isEqualTo("2026-02-01");
        assertThat(seenOn("2026-03-01").warnedDatedBackTo()).isEqualTo("2025-05-03");
        assertThat(seenOn("2026-03-01").warningDays()).isEqualTo(-216);
        assertThat(seenOn("2026-03-01").points().getLast().knownFrom()).isEqualTo("2026-02-01");
        assertThat(WarningTimesView.of(Looking.asCzar(history, LocalDate.parse("2026-03-01")))
                        .agencies())
                .singleElement()
                .satisfies(agency -> assertThat(agency.warned()).isZero());
    }

    @Test
    void of_several_words_the_one_that_others_knew_first_counts() {
        promises("2024-01-01", "2025-06-30", Precision.DAY);
        history.until("2025-06-01");
        doubts("2025-06-01");
        history.until("2026-02-01");
        doubts("2025-01-01");
        assertThat(seenOn("2026-03-01").warningDays()).isEqualTo(29);
        assertThat(seenOn("2026-03-01").warnedDatedBackTo()).isNull();
    }

    @Test
    void what_came_into_the_ledger_with_the_promise_is_its_history_and_counts_from_the_day_on_which_it_was_said() {
        history.until("2026-02-01");
        promises("2024-01-01", "2025-06-30", Precision.DAY).doubts("2025-06-01");
        assertThat(seenOn("2026-03-01").warningDays()).isEqualTo(29);
        assertThat(seenOn("2026-03-01").points().getLast().knownFrom()).isNull();
    }

    @Test
    void a_forecast_moves_no_promise_so_it_warns_of_the_promise_in_force() {
        promises("2024-01-01", "2025-06-30", Precision.DAY).expects("2025-01-01", "2025-12-31");
        assertThat(seenOn("2025-06-30").missed()).isNull();
        assertThat(seenOn("2025-06-30").warned()).isEqualTo("2025-01-01");
        assertThat(seenOn("2025-07-01").missed()).isEqualTo("2025-06-30");
        assertThat(seenOn("2025-07-01").warningDays()).isEqualTo(180);
    }

    @Test
    void a_promise_that_was_replaced_before_its_day_was_not_missed_and_what_warned_of_it_does_not_warn_of_the_next() {
        promises("2024-01-01", "2025-06-30", Precision.DAY)
                .expects("2024-12-01", "2025-12-31")
                .promises("2025-01-15", "2025-12-31", Precision.DAY);
        assertThat(seenOn("2025-12-31").missed()).isNull();
        assertThat(seenOn("2025-12-31").warned()).isNull();
        assertThat(seenOn("2026-01-01").missed()).isEqualTo("2025-12-31");
        assertThat(seenOn("2026-01-01").warned()).isNull();
    }

    @Test
    void a_promise_that_was_replaced_after_its_day_stays_missed() {
        promises("2024-01-01", "2025-06-30", Precision.DAY).promises("2025-07-01", "2025-12-31", Precision.DAY);
        assertThat(seenOn("2025-12-01").missed()).isEqualTo("2025-06-30");
        WarningTest inTime = new WarningTest();
        inTime.promises("2024-01-01", "2025-06-30", Precision.DAY).promises("2025-06-30", "2025-12-31", Precision.DAY);
        assertThat(inTime.seenOn("2025-12-01").missed()).isNull();
    }

    @Test
    void a_date_set_by_law_is_nobodys_promise() {
        promises(FIRST, "2024-01-01", "2025-06-30", Precision.DAY, MilestoneKind.STATUTORY)
                .expects("2025-01-01", "2026-12-31");
        Promises seen = seenOn("2026-01-01");
        assertThat(seen.points()).hasSize(2);
        assertThat(seen.missed()).isNull();
        assertThat(seen.warned()).isNull();
        assertThat(seen.referenceNote()).contains("set by law or order");
        var times = WarningTimesView.of(Looking.asCzar(history, LocalDate.of(2026, 1, 1)));
        assertThat(times.rows()).isEmpty();
        assertThat(times.statutoryLeftOut()).isEqualTo(1);
    }

    @Test
    void of_a_cancelled_program_no_date_passes_any_more() {
        promises("2024-01-01", "2026-06-30", Precision.DAY);
        history.says(CZAR, new ProgramCancelled(PLANT, "merged"));
        assertThat(seenOn("2027-01-01").missed()).isNull();
        assertThat(seenOn("2027-01-01").riskNote()).isEqualTo("Its program is cancelled.");
    }

    @Test
    void whoever_spoke_only_afterwards_counts_like_one_who_said_nothing() {
        promises("2024-01-01", "2025-06-30", Precision.DAY).doubts("2025-08-01");
        promises(SECOND, "2024-01-01", "2025-06-30", Precision.DAY, MilestoneKind.OTHER);
        var times = WarningTimesView.of(Looking.asCzar(history, LocalDate.of(2026, 1, 1)));
        assertThat(times.rows().getFirst().days()).isEqualTo(-32);
        assertThat(times.agencies().getFirst().warned()).isZero();
        assertThat(times.agencies().getFirst().medianDays()).isZero();
    }

    @Test
    void with_four_promises_that_ended_there_is_no_class_and_with_five_there_is() {
        promises("2025-01-01", "2027-12-31", Precision.DAY);
        for (int n = 1; n <= 5; n++) {
            MilestoneId id = new MilestoneId("other-" + n);
            promises(id, "2024-01-01", "2024-04-10", Precision.DAY, MilestoneKind.OTHER);
            if (n == 5) {
                assertThat(seenOn("2026-01-01").reference()).isNull();
                assertThat(seenOn("2026-01-01").referenceNote())
                        .isEqualTo(
                                "Only 4 first promises of this portfolio, each of another milestone, came to an end so"
                                        + " far; at least 5 are needed before they say anything.");
            }
            reaches(
                    id,
                    "2025-01-01",
                    LocalDate.parse("2024-04-10").plusDays(10L * n).toString());
        }
        Promises.Reference reference = requireNonNull(seenOn("2026-01-01").reference());
        // 100 days were promised, and 10 to 50 days later it was reached; of 1,094 days 30 % are 328.2.
        assertThat(reference.of()).isEqualTo(5);
        assertThat(reference.p50()).isEqualTo(0.3);
        assertThat(reference.p50Date()).isEqualTo(LocalDate.parse("2027-12-31").plusDays(329));
    }

    /** That of one milestone which is the longest counts, whatever became of the others; four more would have made half of them run over by 500 %. */
    @Test
    void several_promises_of_one_milestone_are_one_observation() {
        promises("2025-01-01", "2027-12-31", Precision.DAY).expects("2025-02-01", "2028-01-01");
        for (int n = 1; n <= 5; n++) {
            MilestoneId id = new MilestoneId("other-" + n);
            promises(id, "2024-01-01", "2024-02-15", Precision.DAY, MilestoneKind.OTHER);
            forecast(id, "2024-01-02", "2024-04-11");
            reaches(
                    id,
                    "2025-01-01",
                    LocalDate.parse("2024-04-11").plusDays(10L * n).toString());
        }
        MilestoneId told = new MilestoneId("told-often");
        promises(told, "2024-01-01", "2024-02-15", Precision.DAY, MilestoneKind.OTHER);
        for (String day : List.of("2024-02-10", "2024-02-20", "2024-02-11", "2024-02-12", "2024-02-13")) {
            forecast(
                    told,
                    day,
                    LocalDate.parse(day).plusDays(day.endsWith("20") ? 100 : 40).toString());
        }
        reaches(told, "2025-01-01", "2024-12-31");
        Promises.Reference reference = requireNonNull(seenOn("2026-01-01").reference());
        assertThat(reference.like()).isEqualTo(Like.LATER);
        assertThat(reference.of()).isEqualTo(6);
        assertThat(reference.p50()).isEqualTo(0.3);
        assertThat(KnownPromises.of(Looking.asCzar(history, LocalDate.of(2026, 1, 1)))
                        .like(Like.LATER)
                        .map(became -> became.promise().daysToRun()))
                .containsOnly(100L);
    }

    @Test
    void promises_of_less_than_thirty_days_are_left_out() {
        promises("2025-01-01", "2027-12-31", Precision.DAY);
        for (int n = 1; n <= 5; n++) {
            MilestoneId id = new MilestoneId("other-" + n);
            promises(id, "2024-01-01", n == 1 ? "2024-01-30" : "2024-01-31", Precision.DAY, MilestoneKind.OTHER);
            reaches(id, "2025-01-01", "2024-03-01");
        }
        assertThat(seenOn("2026-01-01").referenceNote()).startsWith("Only 4 first promises");
    }

    @Test
    void where_durations_are_estimated_they_are_drawn_along_what_it_waits_for() {
        promises("2025-01-01", "2026-02-27", Precision.DAY);
        promises(SECOND, "2025-01-01", "2026-02-13", Precision.DAY, MilestoneKind.CONSTRUCTION);
        history.says(
                DEFENSE_STAFF,
                new MilestonesLinked(
                        PLANT,
                        new LinkId("feed"),
                        new LinkEnd(PLANT, SECOND, null),
                        new LinkEnd(PLANT, FIRST, null),
                        LinkKind.FEEDSTOCK,
                        null,
                        null,
                        "",
                        on("2025-01-01")));
        history.says(DEFENSE_STAFF, new DurationEstimated(PLANT, SECOND, 10, 10, 10, "", on("2026-02-02")));
        history.says(DEFENSE_STAFF, new DurationEstimated(PLANT, FIRST, 8, 10, 12, "", on("2026-02-02")));
        Promises.Risk risk = requireNonNull(seenOn("2026-02-02").risk());
        assertThat(risk.basis()).isEqualTo(Basis.THREE_POINT);
        assertThat(risk.estimated()).isEqualTo(2);
        // Ten working days to Friday the 13th; then ten more over Presidents' Day, give or take two: Monday 2 March.
        assertThat(risk.p50()).isBetween(LocalDate.parse("2026-02-27"), LocalDate.parse("2026-03-02"));
        assertThat(risk.plannedShare()).isBetween(0.05, 0.2);
        assertThat(risk.p80()).isBetween("2026-02-28", "2026-03-04");
    }
}
