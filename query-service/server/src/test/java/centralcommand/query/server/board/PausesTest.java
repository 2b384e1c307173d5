package centralcommand.query.server.board;

import static centralcommand.query.server.told.History.ENERGY_APPROVER;
import static centralcommand.query.server.told.History.ENERGY_STAFF;
import static centralcommand.query.server.told.History.on;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.clearance.ClearanceEvent.EntriesReleased;
import centralcommand.command.contract.schedule.ActivityEvent.DurationEstimated;
import centralcommand.command.contract.schedule.ActivityEvent.MarginUsed;
import centralcommand.command.contract.schedule.ActivityEvent.MilestonePaused;
import centralcommand.command.contract.schedule.Cause;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.MilestoneKind;
import centralcommand.command.contract.schedule.PauseReason;
import centralcommand.command.contract.schedule.PlannedMilestone;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineApproved;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineProposed;
import centralcommand.command.contract.shared.Role;
import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.board.MilestoneStatus;
import centralcommand.query.contract.board.Slippage;
import centralcommand.query.contract.history.Lineage;
import centralcommand.query.contract.history.Lineage.Contribution;
import centralcommand.query.contract.shared.EntryStatus;
import centralcommand.query.server.lineage.LineageView;
import centralcommand.query.server.told.History;
import centralcommand.query.server.told.Looking;
import centralcommand.query.server.told.Story;
import centralcommand.query.server.view.Filter;
import centralcommand.query.server.view.Page;
import centralcommand.query.server.view.Sight;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What pauses, estimates and margins do to rows, shares of causes and lineages. */
class PausesTest {
    private static final MilestoneId RESERVE = new MilestoneId("reserve");

    private final History history = Story.told();

    private Sight czar() {
        return Looking.asCzar(history, Looking.TODAY);
    }

    private Sight energy() {
        return Looking.asEnergy(history, "energy", Role.AGENCY_STAFF);
    }

    private static MilestoneRow row(Sight sight, MilestoneId id) {
        return Looking.rows(sight).stream()
                .filter(row -> row.milestoneId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void release(long... positions) {
        for (long position : positions) {
            history.says(ENERGY_APPROVER, new EntriesReleased(History.ENERGY, List.of(position)));
        }
    }

    private Lineage lineage(String figure) {
        return LineageView.of(czar(), Looking.log(history), figure);
    }

    /** Paused on New Year's Day; a later date on the second. Both released. */
    private void pausedAndMoved() {
        long pause = history.says(
                ENERGY_STAFF,
                new MilestonePaused(Story.OPEN, Story.FIRST, PauseReason.LITIGATION, "A court.", on("2026-01-01")));
        long forecast = history.says(
                ENERGY_STAFF,
                Story.forecast(Story.OPEN, Story.FIRST, "2027-09-30", Cause.FINANCING, "No loan.", on("2026-01-02")));
        release(pause, forecast);
    }

    @Test
    void a_pause_that_is_not_released_is_seen_by_its_agency_only() {
        MilestoneRow inside = row(energy(), Story.SECOND);
        assertThat(inside.status()).isEqualTo(MilestoneStatus.PAUSED);
        assertThat(Objects.requireNonNull(Objects.requireNonNull(inside.work()).pause())
                        .status())
                .isEqualTo(EntryStatus.SUBMITTED);
        MilestoneRow outside = row(czar(), Story.SECOND);
        assertThat(outside.status()).isNotEqualTo(MilestoneStatus.PAUSED);
        assertThat(outside.work()).isNull();
    }

    @Test
    void an_estimate_that_is_not_released_leaves_the_released_one_in_place() {
        assertThat(Objects.requireNonNull(
                                Objects.requireNonNull(row(czar(), Story.FIRST).work())
                                        .estimate())
                        .highDays())
                .isEqualTo(60);
        assertThat(Objects.requireNonNull(Objects.requireNonNull(
                                        row(energy(), Story.FIRST).work())
                                .estimate())
                        .highDays())
                .isEqualTo(4321);
    }

    @Test
    void a_row_says_until_when_a_pause_holds_and_which_one_moved_its_date() {
        pausedAndMoved();
        MilestoneRow row = row(czar(), Story.FIRST);
        assertThat(row.status()).isEqualTo(MilestoneStatus.PAUSED);
        assertThat(row.pausedFor()).isEqualTo(PauseReason.LITIGATION);
        assertThat(row.cause()).isEqualTo(Cause.FINANCING);
        var pause = Objects.requireNonNull(Objects.requireNonNull(row.work()).pause());
        assertThat(pause.heldUntil()).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(pause.daysLeft()).isEqualTo(85);
    }

    @Test
    void a_slip_that_a_pause_made_counts_under_the_pause_and_not_under_the_cause_beside_it() {
        Slippage before = SlippageView.of(czar(), Filter.ALL, null, Page.Request.FIRST);
        assertThat(before.causes().stream().map(Slippage.Share::name))
                .as("the first date after the work went on, for which the owner names another cause")
                .doesNotContain("PAUSED_AWAITING_FUNDS", "PAUSED_LITIGATION");
        pausedAndMoved();
        Slippage after = SlippageView.of(czar(), Filter.ALL, null, Page.Request.FIRST);
        assertThat(after.causes().stream().map(Slippage.Share::name))
                .as("told while it stood still")
                .contains("PAUSED_LITIGATION");
    }

    @Test
    void the_date_and_the_status_open_to_the_pause() {
        pausedAndMoved();
        assertThat(lineage("date/" + Story.FIRST + "/forecast").rows().stream().map(Contribution::contributes))
                .contains("paused: litigation");
        assertThat(lineage("slip/" + Story.FIRST).rows().stream().map(Contribution::contributes))
                .contains("paused: litigation");
        Lineage status = lineage("status/" + Story.FIRST);
        assertThat(status.working())
                .isEqualTo("Its work stands still: litigation. It was last stated on 2026-01-01, and holds until"
                        + " 2026-04-01 unless it is renewed.");
        assertThat(status.rows().stream().map(Contribution::contributes))
                .contains("paused: awaiting funds", "resumed", "paused: litigation");
    }

    @Test
    void what_is_left_of_a_margin_opens_to_what_was_set_aside_and_each_use() {
        long baseline = history.says(
                ENERGY_STAFF,
                new BaselineProposed(
                        Story.OPEN,
                        3,
                        "basis",
                        List.of(new PlannedMilestone(RESERVE, "Reserve", null, null, "", MilestoneKind.MARGIN, null)),
                        on("2026-01-01")));
        release(baseline);
        history.says(ENERGY_APPROVER, new BaselineApproved(Story.OPEN, 3));
        release(history.says(
                ENERGY_STAFF, new DurationEstimated(Story.OPEN, RESERVE, 10, 10, 10, "set aside", on("2026-01-02"))));
        release(history.says(
                ENERGY_STAFF,
                new MarginUsed(Story.OPEN, RESERVE, 4, Cause.EQUIPMENT, "A company", "kiln", on("2026-01-03"))));
        history.says(
                ENERGY_STAFF,
                new MarginUsed(Story.OPEN, RESERVE, 3, Cause.EQUIPMENT, "A company", "kiln", on("2026-01-04")));
        var margin = Objects.requireNonNull(
                Objects.requireNonNull(row(czar(), RESERVE).work()).margin());
        assertThat(List.of(margin.setAsideDays(), margin.usedDays(), margin.leftDays()))
                .as("a use that is not released is not in it")
                .containsExactly(10, 4, 6);
        Lineage lineage = lineage(margin.figure());
        assertThat(lineage.value()).isEqualTo("6 working days");
        assertThat(lineage.working()).isEqualTo("10 set aside − 4 used = 6 working days.");
        assertThat(lineage.rows().stream().map(Contribution::contributes)).containsExactly("+ 10", "− 4");
    }
}
