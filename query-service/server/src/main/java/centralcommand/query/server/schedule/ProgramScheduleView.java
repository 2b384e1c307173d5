package centralcommand.query.server.schedule;

import centralcommand.command.contract.handoff.HandoffEvent;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.ActivityEvent.DurationEstimated;
import centralcommand.command.contract.schedule.LinkType;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.RebaselineEvent.RebaselineRequested;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineProposed;
import centralcommand.command.contract.schedule.ScheduleEvent.MilestonesLinked;
import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.schedule.ProgramSchedule;
import centralcommand.query.contract.schedule.ProgramSchedule.Pause;
import centralcommand.query.contract.schedule.ProgramSchedule.Promise;
import centralcommand.query.contract.schedule.ProgramSchedule.Row;
import centralcommand.query.server.board.MilestoneRows;
import centralcommand.query.server.network.Disclosure;
import centralcommand.query.server.network.Outlook;
import centralcommand.query.server.network.Tie;
import centralcommand.query.server.portfolio.Fact;
import centralcommand.query.server.portfolio.Milestone;
import centralcommand.query.server.portfolio.Milestone.Dated;
import centralcommand.query.server.portfolio.Program;
import centralcommand.query.server.view.BadQuery;
import centralcommand.query.server.view.Sight;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One program's milestones in the order of the network, with those of others that they wait for or that wait for them. */
public final class ProgramScheduleView {
    private ProgramScheduleView() {}

    public static ProgramSchedule of(Sight sight, ProgramId id) {
        Program program = sight.portfolio()
                .program(id)
                .orElseThrow(() -> BadQuery.unknown("programId", "There is no program " + id + " that you may see."));
        Outlook outlook = Disclosure.outlook(sight);
        List<Milestone> own = inOrder(outlook, sight.portfolio().milestones(program));
        Set<MilestoneId> ids = own.stream().map(Milestone::id).collect(Collectors.toSet());
        List<Tie> ties = outlook.ties().stream()
                .flatMap(List::stream)
                .filter(tie -> ids.contains(tie.from()) || ids.contains(tie.to()))
                .sorted(Comparator.comparingLong((Tie tie) -> tie.basis().position())
                        .thenComparing(tie -> tie.from().value())
                        .thenComparing(tie -> tie.to().value()))
                .toList();
        List<Milestone> neighbours = inOrder(
                outlook,
                ties.stream()
                        .flatMap(tie -> Stream.of(tie.from(), tie.to()))
                        .filter(end -> !ids.contains(end))
                        .distinct()
                        .flatMap(end -> sight.portfolio().milestone(end).stream())
                        .toList());
        List<Row> rows = rows(sight, outlook, own);
        return new ProgramSchedule(
                sight.standpoint(),
                id,
                program.name(),
                rows,
                rows(sight, outlook, neighbours),
                ties.stream().map(tie -> tie(outlook, tie)).toList(),
                rows.stream()
                        .filter(Row::critical)
                        .map(row -> row.milestone().milestoneId())
                        .toList(),
                outlook.end(id).orElse(null));
    }

    private static List<Milestone> inOrder(Outlook outlook, List<Milestone> milestones) {
        return milestones.stream()
                .sorted(Comparator.comparingInt((Milestone milestone) -> outlook.order(milestone.id()))
                        .thenComparing(milestone -> milestone.id().value()))
                .toList();
    }

    private static List<Row> rows(Sight sight, Outlook outlook, List<Milestone> milestones) {
        List<MilestoneRow> rows = MilestoneRows.rows(sight, milestones);
        return Stream.iterate(0, i -> i < rows.size(), i -> i + 1)
                .map(i -> row(sight, outlook, milestones.get(i), rows.get(i)))
                .toList();
    }

    private static Row row(Sight sight, Outlook outlook, Milestone milestone, MilestoneRow row) {
        Fact<DurationEstimated> estimate = milestone.work().estimate();
        return new Row(
                row,
                promises(milestone),
                outlook.start(milestone.id()).orElse(null),
                estimate == null ? null : estimate.event().likelyDays(),
                row.implied(),
                row.totalFloatDays(),
                outlook.freeFloatDays(milestone.id()).orElse(null),
                row.critical(),
                milestone.marginLeftDays(),
                milestone.work().pauses().stream()
                        .map(pause -> new Pause(
                                pause.reason(),
                                pause.latest().event().narrative(),
                                pause.from(),
                                pause.datedBack().orElse(null),
                                pause.until(sight.today()),
                                pause.latest().position()))
                        .toList());
    }

    private static List<Promise> promises(Milestone milestone) {
        return milestone.promises().stream()
                .map(dated -> new Promise(
                        number(dated),
                        dated.stated().first(),
                        dated.stated().date(),
                        dated.entry().position()))
                .toList();
    }

    private static int number(Dated promise) {
        return switch (promise.entry().event()) {
            case BaselineProposed e -> e.baseline();
            case RebaselineRequested e -> e.baseline();
            default ->
                throw new IllegalStateException(
                        "No promise is made by " + promise.entry().type());
        };
    }

    private static ProgramSchedule.Tie tie(Outlook outlook, Tie tie) {
        List<MilestoneId> path = outlook.impliedPath(tie.to());
        MilestonesLinked link = tie.link();
        HandoffEvent handoff = tie.handoff();
        return new ProgramSchedule.Tie(
                link == null ? null : link.linkId(),
                handoff == null ? null : handoff.handoffId(),
                tie.from(),
                tie.to(),
                link == null ? null : link.kind(),
                LinkType.valueOf(tie.type().name()),
                tie.lagDays(),
                outlook.implied(tie.to()).isPresent()
                        && path.size() > 1
                        && path.get(path.size() - 2).equals(tie.from()),
                tie.basis().position());
    }
}
