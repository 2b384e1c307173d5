package centralcommand.query.contract.inbox;

import centralcommand.command.contract.clearance.ReleasePolicy;
import centralcommand.query.contract.board.Decision;
import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.history.EventRow;
import centralcommand.query.contract.schedule.Handoffs;
import centralcommand.query.contract.schedule.HiddenSlips;
import centralcommand.query.contract.shared.Standpoint;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/inbox}: for the one who asks.
 *
 * @param month the calendar month that a report is now due for
 * @param toReport open milestones that the agency leads, then those it supports; empty for others
 * @param hiddenSlips dates of the agency that are earlier than what they wait for allows and that it has not answered for, the largest first
 * @param toRelease entries of the agency that wait; those the asker submitted are there too, and may not be released by them
 * @param toDecide programs and baselines that the asker may decide
 * @param handoffs of which the agency leads an end, those that break first
 * @param submitted the asker's own latest entries, newest first, at most 50
 * @param refusals the asker's own latest refusals, newest first, at most 50
 * @param certified months that the agency has certified, latest first
 */
public record Inbox(
        @JsonUnwrapped Standpoint standpoint,
        YearMonth month,
        List<MilestoneRow> toReport,
        List<HiddenSlips.Row> hiddenSlips,
        List<EventRow> toRelease,
        List<Decision> toDecide,
        List<Handoffs.Promise> handoffs,
        List<EventRow> submitted,
        List<EventRow> refusals,
        List<YearMonth> certified,
        @Nullable ReleasePolicy policy) {}
