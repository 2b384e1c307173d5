package centralcommand.query.server.program;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.LinkEnd;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.PlannedMilestone;
import centralcommand.command.contract.schedule.ScheduleEvent.MilestonesLinked;
import centralcommand.query.contract.funding.FundingRow;
import centralcommand.query.contract.program.ProgramPage;
import centralcommand.query.contract.program.ProgramRow;
import centralcommand.query.contract.program.ProgramStatus;
import centralcommand.query.contract.program.Programs;
import centralcommand.query.server.board.MilestoneRows;
import centralcommand.query.server.capacity.CapacityView;
import centralcommand.query.server.coverage.Coverages;
import centralcommand.query.server.funding.FundingView;
import centralcommand.query.server.handoff.HandoffsView;
import centralcommand.query.server.history.EventRows;
import centralcommand.query.server.portfolio.Fact;
import centralcommand.query.server.portfolio.Index;
import centralcommand.query.server.portfolio.Milestone;
import centralcommand.query.server.portfolio.Milestone.Slip;
import centralcommand.query.server.portfolio.Program;
import centralcommand.query.server.view.BadQuery;
import centralcommand.query.server.view.Filter;
import centralcommand.query.server.view.Log;
import centralcommand.query.server.view.Page;
import centralcommand.query.server.view.Sight;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Programs in a list, and one program's page. */
final class ProgramViews {
    private static final int MOST_HISTORY = 200;

    private ProgramViews() {}

    static Programs list(Sight sight, Filter filter, @Nullable ProgramStatus status, Page.Request request) {
        List<ProgramRow> rows = sight.portfolio().programs().stream()
                .filter(filter::admits)
                .filter(program -> filter.mentions(
                        program.name(), program.id().value(), program.performer(), program.description()))
                .map(program -> row(sight, program))
                .filter(row -> status == null || row.status() == status)
                .sorted(Comparator.comparing(ProgramRow::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(row -> row.programId().value()))
                .toList();
        Page<ProgramRow> page = Page.of(rows, request, row -> row.programId().value());
        return new Programs(sight.standpoint(), Coverages.of(sight), page.rows(), page.total(), page.next());
    }

    static ProgramPage page(Sight sight, Log log, ProgramId id) {
        Program program = sight.portfolio()
                .program(id)
                .orElseThrow(() -> BadQuery.unknown("programId", "There is no program " + id + " that you may see."));
        Filter own = new Filter(null, null, null, id, null);
        List<FundingRow> funding = FundingView.rows(sight, own);
        return new ProgramPage(
                sight.standpoint(),
                Coverages.of(sight),
                row(sight, program),
                program.description(),
                program.statusReason(),
                program.proposal().event().startsOn(),
                program.proposal().event().startPrecision(),
                program.proposal().event().provenance().source(),
                BaselineHistory.of(sight, program),
                MilestoneRows.of(sight, program),
                links(sight, id, true),
                links(sight, id, false),
                HandoffsView.of(sight, id),
                FundingView.columns(funding, own).stream()
                        .filter(total -> total.lines() + total.withoutAmount() + total.leftOut() > 0)
                        .toList(),
                funding,
                CapacityView.rows(sight, own),
                new EventRows(sight, log).latest(Index.program(id), MOST_HISTORY));
    }

    private static ProgramRow row(Sight sight, Program program) {
        List<Milestone> milestones = sight.portfolio().milestones(program);
        return new ProgramRow(
                program.id(),
                program.name(),
                program.performer(),
                program.status(),
                program.leadAgency(),
                sight.portfolio().leader(program, sight.today()),
                program.supportingAgencies(),
                program.lineOfEffort(),
                program.stage(),
                program.place(),
                milestones.size(),
                (int) milestones.stream()
                        .filter(milestone -> milestone.onFile() != null)
                        .count(),
                milestones.stream()
                        .map(Milestone::slipVsOriginal)
                        .filter(Objects::nonNull)
                        .filter(slip -> !slip.withinPrecision())
                        .map(Slip::days)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                sight.version(program.id()));
    }

    /** @param inward whether the program waits, or is waited for */
    private static List<ProgramPage.Link> links(Sight sight, ProgramId id, boolean inward) {
        return sight.portfolio().links().stream()
                .filter(link ->
                        id.equals((inward ? link.event().to() : link.event().from()).programId()))
                .map(link -> link(sight, link, inward))
                .toList();
    }

    private static ProgramPage.Link link(Sight sight, Fact<MilestonesLinked> fact, boolean inward) {
        MilestonesLinked link = fact.event();
        return new ProgramPage.Link(
                link.linkId(),
                link.kind(),
                link.from(),
                link.to(),
                name(sight, inward ? link.from() : link.to()),
                link.note(),
                fact.position());
    }

    private static String name(Sight sight, LinkEnd end) {
        ProgramId programId = end.programId();
        if (programId == null) {
            return end.externalParty() == null ? "" : end.externalParty();
        }
        String program = sight.portfolio().program(programId).map(Program::name).orElse(programId.value());
        MilestoneId milestoneId = end.milestoneId();
        return milestoneId == null
                ? program
                : program + ": "
                        + sight.portfolio()
                                .milestone(milestoneId)
                                .map(Milestone::title)
                                .or(() -> planned(sight, programId, milestoneId))
                                .orElse(milestoneId.value());
    }

    private static Optional<String> planned(Sight sight, ProgramId programId, MilestoneId milestoneId) {
        return sight.portfolio().baselines(programId).stream()
                .flatMap(baseline -> baseline.proposal().event().milestones().stream())
                .filter(planned -> planned.milestoneId().equals(milestoneId))
                .map(PlannedMilestone::title)
                .findFirst();
    }
}
