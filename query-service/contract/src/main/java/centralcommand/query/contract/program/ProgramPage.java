package centralcommand.query.contract.program;

import centralcommand.command.contract.schedule.LinkEnd;
import centralcommand.command.contract.schedule.LinkId;
import centralcommand.command.contract.schedule.LinkKind;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.PlannedMilestone;
import centralcommand.command.contract.schedule.RebaselineReason;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.StatedDate;
import centralcommand.query.contract.board.Coverage;
import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.capacity.Capacity;
import centralcommand.query.contract.funding.Funding;
import centralcommand.query.contract.funding.FundingRow;
import centralcommand.query.contract.history.EventRow;
import centralcommand.query.contract.schedule.Downstream;
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

    /** What a numbered baseline is. */
    public enum BaselineKind {
        /** Milestones promised for the first time. */
        FIRST,
        /** Other dates of milestones that are promised. */
        REBASELINE
    }

    /**
     * A promise, as proposed, or a request to replace one; both share one series of numbers.
     *
     * @param status PROPOSED, APPROVED, RETURNED or, of a request, DECLINED
     * @param decidedBy who approved, returned or declined it; empty while it waits
     * @param reason why it was returned; else empty
     * @param milestones as first promised; empty for a request
     * @param request what is asked and why; absent for a first promise
     */
    public record Baseline(
            int baseline,
            BaselineKind kind,
            String basis,
            String status,
            String proposedBy,
            String decidedBy,
            @Nullable LocalDate decidedOn,
            String reason,
            LocalDate statedOn,
            List<PlannedMilestone> milestones,
            @Nullable Request request,
            long position) {}

    /**
     * Why other dates are asked for, and what became of it.
     *
     * @param consulted whom the agency consulted
     * @param determination absent while it waits
     */
    public record Request(
            RebaselineReason reason,
            String narrative,
            String consulted,
            List<Change> dates,
            @Nullable Determination determination) {}

    /**
     * What the czar's office put on the record.
     *
     * @param consulted whom it consulted
     * @param dissent empty where nobody disagreed
     * @param position of the decision
     */
    public record Determination(String text, String consulted, String dissent, long position) {}

    /**
     * One milestone of a request.
     *
     * @param original the first promise; absent where the viewer may not see it
     * @param before the promise that stood until the decision, or stands while it waits
     * @param after the promise asked for
     * @param moveDays days from the promise before to the one asked for
     * @param moveFromOriginalDays days from the first promise to the one asked for
     * @param untilDecided what the decision is made on: while it waits, as things are
     * @param onceDecided as things are since the decision; while it waits, as they would be if it were approved
     * @param downstream what comes later than with the first promise kept: while the request waits, if what would be expected once it is
     *     approved comes true; else as things are; absent where nothing slips
     * @param figure opens to the entries behind all of these
     */
    public record Change(
            MilestoneId milestoneId,
            String title,
            @Nullable StatedDate original,
            @Nullable StatedDate before,
            StatedDate after,
            @Nullable Long moveDays,
            @Nullable Long moveFromOriginalDays,
            Measured untilDecided,
            Measured onceDecided,
            @Nullable Downstream downstream,
            String figure) {}

    /**
     * What is expected, and how many days after each promise; absent where either is not known.
     *
     * @param expected reported last, promised anew since, or reached
     * @param vsOriginalDays after the first promise
     * @param vsBeforeDays after the promise that stood until the decision
     * @param vsAfterDays after the promise asked for
     * @param sinceLastReportDays from the date reported before to the one reported last; absent without two reports
     * @param reached whether the expected date is the one on which it was reached
     */
    public record Measured(
            @Nullable StatedDate expected,
            @Nullable Long vsOriginalDays,
            @Nullable Long vsBeforeDays,
            @Nullable Long vsAfterDays,
            @Nullable Long sinceLastReportDays,
            boolean reached) {}

    /** A link, with the other end named as a person would. */
    public record Link(
            LinkId linkId, LinkKind kind, LinkEnd from, LinkEnd to, String otherEnd, String note, long position) {}
}
