package centralcommand.query.server.lineage;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.query.contract.history.Lineage;
import centralcommand.query.server.view.BadQuery;
import centralcommand.query.server.view.FigureId;
import centralcommand.query.server.view.Log;
import centralcommand.query.server.view.Sight;
import java.time.DateTimeException;
import java.util.NoSuchElementException;

/** From a figure to the entries behind it. */
public final class LineageView {
    private LineageView() {}

    /** @throws BadQuery if no figure has that id for this viewer */
    public static Lineage of(Sight sight, Log log, String figure) {
        Working working = new Working(sight, log);
        try {
            FigureId id = FigureId.parse(figure);
            ProgramId programId = id.filter().programId();
            if (programId != null && sight.portfolio().program(programId).isEmpty()) {
                throw unknown(figure);
            }
            return switch (id.name()) {
                case "coverage" -> ScheduleLineage.coverage(working, figure);
                case "slip" -> ScheduleLineage.slip(working, figure, id);
                case "date" -> ScheduleLineage.date(working, figure, id);
                case "status" -> ScheduleLineage.status(working, figure, id);
                case "margin" -> ScheduleLineage.margin(working, figure, id);
                case "rebaseline" -> RebaselineLineage.change(working, figure, id);
                case "program" -> ScheduleLineage.program(working, figure, id);
                case "implied" -> NetworkLineage.implied(working, figure, id);
                case "hidden-slips" -> NetworkLineage.hiddenSlips(working, figure);
                case "bad-news" -> ScheduleLineage.badNews(working, figure, id);
                case "warning" -> PromiseLineage.warning(working, figure, id);
                case "warning-times" -> PromiseLineage.warningTimes(working, figure, id);
                case "reference" -> PromiseLineage.reference(working, figure, id);
                case "risk" -> PromiseLineage.risk(working, figure, id);
                case "handoff" -> HandoffLineage.handoff(working, figure, id);
                case "link" -> HandoffLineage.link(working, figure, id);
                case "handoffs-at-risk" -> HandoffLineage.atRisk(working, figure);
                case "funding-line" -> FundingLineage.line(working, figure, id);
                case "funding-column" -> FundingLineage.column(working, figure, id);
                case "funding-instrument" -> FundingLineage.instrument(working, figure, id);
                case "capacity-line" -> CapacityLineage.line(working, figure, id);
                case "capacity" -> CapacityLineage.group(working, figure, id);
                default -> throw unknown(figure);
            };
        } catch (IllegalArgumentException | DateTimeException | NoSuchElementException e) {
            throw unknown(figure);
        }
    }

    private static BadQuery unknown(String figure) {
        return BadQuery.unknown(
                "figure", "There is no figure “" + figure + "” that you may see; take its id from an answer.");
    }
}
