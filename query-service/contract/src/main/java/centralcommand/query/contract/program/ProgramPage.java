package centralcommand.query.contract.program;

import centralcommand.command.contract.schedule.LinkEnd;
import centralcommand.command.contract.schedule.LinkId;
import centralcommand.command.contract.schedule.LinkKind;
import centralcommand.command.contract.schedule.PlannedMilestone;
import centralcommand.command.contract.shared.Precision;
import centralcommand.query.contract.board.Coverage;
import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.capacity.Capacity;
import centralcommand.query.contract.funding.Funding;
import centralcommand.query.contract.funding.FundingRow;
import centralcommand.query.contract.history.EventRow;
import centralcommand.query.contract.schedule.Handoffs;
import centralcommand.query.contract.shared.Standpoint;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/programs/{id}}; 404 for one that the viewer may not see.
 *
 * @param handoffs that it asked for or was asked for, those that break first
 * @param history its events that the viewer may see, newest first, at most 200; the rest by {@code /api/events?programId=…}
 */
public record ProgramPage(
        @JsonUnwrapped Standpoint standpoint,
        Coverage coverage,
        ProgramRow program,
        String description,
        String statusReason,
        @Nullable LocalDate startsOn,
        @Nullable Precision startPrecision,
        String source,
        List<Baseline> baselines,
        List<MilestoneRow> milestones,
        List<Link> waitsFor,
        List<Link> waitedForBy,
        List<Handoffs.Promise> handoffs,
        List<Funding.ColumnTotal> fundingColumns,
        List<FundingRow> funding,
        List<Capacity.Row> capacity,
        List<EventRow> history) {

    /**
     * A promise, as proposed.
     *
     * @param status PROPOSED, APPROVED or RETURNED
     * @param decidedBy who approved or returned it; empty while it waits
     */
    public record Baseline(
            int baseline,
            String basis,
            String status,
            String proposedBy,
            String decidedBy,
            String reason,
            LocalDate statedOn,
            List<PlannedMilestone> milestones,
            long position) {}

    /** A link, with the other end named as a person would. */
    public record Link(
            LinkId linkId, LinkKind kind, LinkEnd from, LinkEnd to, String otherEnd, String note, long position) {}
}
