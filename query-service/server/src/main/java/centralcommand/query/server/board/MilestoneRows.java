package centralcommand.query.server.board;

import static java.time.temporal.ChronoUnit.DAYS;

import centralcommand.command.contract.schedule.ActivityEvent.DurationEstimated;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.ScheduleEvent.ActualReported;
import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.board.MilestoneWork;
import centralcommand.query.contract.board.MissedNotice;
import centralcommand.query.contract.board.StatedDay;
import centralcommand.query.server.board.Waiting.Wait;
import centralcommand.query.server.network.Disclosure;
import centralcommand.query.server.network.ImpliedDates;
import centralcommand.query.server.network.Outlook;
import centralcommand.query.server.portfolio.Fact;
import centralcommand.query.server.portfolio.Milestone;
import centralcommand.query.server.portfolio.Milestone.Dated;
import centralcommand.query.server.portfolio.Milestone.Slip;
import centralcommand.query.server.portfolio.Pause;
import centralcommand.query.server.portfolio.Program;
import centralcommand.query.server.view.Figures;
import centralcommand.query.server.view.Sight;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A milestone as one row. */
public final class MilestoneRows {
    private MilestoneRows() {}

    public static List<MilestoneRow> of(Sight sight, Program program) {
        return rows(sight, sight.portfolio().milestones(program));
    }

    public static List<MilestoneRow> rows(Sight sight, List<Milestone> milestones) {
        Waiting waiting = Waiting.of(sight.portfolio());
        Outlook outlook = Disclosure.outlook(sight);
        return milestones.stream()
                .map(milestone -> row(sight, outlook, milestone, waiting.forMilestone(milestone.id())))
                .toList();
    }

    private static MilestoneRow row(Sight sight, Outlook outlook, Milestone milestone, Collection<Wait> waitedForBy) {
        Program program = milestone.program();
        Slip slip = milestone.slipVsOriginal();
        Slip slipVsCurrent = milestone.slipVsCurrent();
        Why why = Why.of(milestone);
        LocalDate heard = milestone.lastHeardOn();
        return new MilestoneRow(
                milestone.id(),
                program.id(),
                program.name(),
                milestone.title(),
                milestone.kind(),
                milestone.owner(),
                program.leadAgency(),
                sight.portfolio().leader(program, sight.today()),
                program.lineOfEffort(),
                program.stage(),
                day(sight, milestone, milestone.original(), "original"),
                day(sight, milestone, milestone.current(), "current"),
                day(sight, milestone, milestone.forecast(), "forecast"),
                day(sight, milestone, milestone.actual(), "actual"),
                milestone.isInDoubt(),
                milestone.status(sight.today()),
                milestone.isClosed(),
                slip == null ? null : slip.days(),
                slipVsCurrent == null ? null : slipVsCurrent.days(),
                milestone.slipSinceLastReportDays(),
                slip == null ? null : slip.interval(),
                slip != null && slip.withinPrecision(),
                outlook.downstream(milestone).orElse(null),
                why.cause(),
                why.basis(),
                why.narrative(),
                why.pausedFor(),
                why.promisedAnewFor(),
                evidence(milestone),
                work(sight, milestone),
                heard,
                heard == null ? null : DAYS.between(heard, sight.today()),
                milestone.warning(),
                sight.portfolio()
                        .missedNotice(milestone)
                        .map(notice ->
                                new MissedNotice(notice.saidOn(), notice.event().promised(), notice.position()))
                        .orElse(null),
                waitedForBy.stream().map(Wait::id).toList(),
                waitedForBy.stream()
                        .map(wait -> name(sight, wait).orElse(wait.id()))
                        .toList(),
                ImpliedDates.of(outlook, milestone.id()).orElse(null),
                outlook.totalFloatDays(milestone.id()).orElse(null),
                outlook.isCritical(milestone.id()),
                sight.version(program.id()),
                Figures.slip(milestone.id()));
    }

    private static @Nullable String evidence(Milestone milestone) {
        Dated actual = milestone.actual();
        return actual != null && actual.entry().event() instanceof ActualReported reached ? reached.evidence() : null;
    }

    private static @Nullable MilestoneWork work(Sight sight, Milestone milestone) {
        MilestoneWork work = new MilestoneWork(
                estimate(sight, milestone.work().estimate()),
                milestone.pause(sight.today()).map(pause -> pause(sight, pause)).orElse(null),
                margin(milestone));
        return work.estimate() == null && work.pause() == null ? null : work;
    }

    private static MilestoneWork.@Nullable Estimate estimate(Sight sight, @Nullable Fact<DurationEstimated> fact) {
        return fact == null
                ? null
                : new MilestoneWork.Estimate(
                        fact.event().lowDays(),
                        fact.event().likelyDays(),
                        fact.event().highDays(),
                        fact.event().basis(),
                        fact.saidOn(),
                        fact.position(),
                        sight.portfolio().clearance().statusOf(fact),
                        fact.marking());
    }

    private static MilestoneWork.Pause pause(Sight sight, Pause pause) {
        return new MilestoneWork.Pause(
                pause.reason(),
                pause.latest().event().narrative(),
                pause.from(),
                pause.heldUntil(),
                DAYS.between(sight.today(), pause.heldUntil()),
                pause.latest().position(),
                sight.portfolio().clearance().statusOf(pause.latest()),
                pause.latest().marking());
    }

    private static MilestoneWork.@Nullable Margin margin(Milestone milestone) {
        Integer left = milestone.marginLeftDays();
        int used = milestone.work().usedDays();
        return left == null ? null : new MilestoneWork.Margin(left + used, used, left, Figures.margin(milestone.id()));
    }

    private static @Nullable StatedDay day(Sight sight, Milestone milestone, @Nullable Dated dated, String which) {
        return dated == null
                ? null
                : new StatedDay(
                        dated.stated().date(),
                        dated.stated().first(),
                        dated.stated().precision(),
                        dated.stated().asStated(),
                        dated.entry().saidOn(),
                        dated.entry().position(),
                        sight.portfolio().clearance().statusOf(dated.entry()),
                        dated.entry().marking(),
                        Figures.date(milestone.id(), which));
    }

    /** A program by its name, a milestone by its title and its program; nothing where the audience does not see it. */
    private static Optional<String> name(Sight sight, Wait wait) {
        Optional<Program> program = sight.portfolio().program(wait.programId());
        MilestoneId milestoneId = wait.milestoneId();
        return milestoneId == null
                ? program.map(Program::name)
                : program.flatMap(of -> sight.portfolio().milestones(of).stream()
                        .filter(milestone -> milestone.id().equals(milestoneId))
                        .findFirst()
                        .map(milestone -> milestone.title() + " (" + of.name() + ")"));
    }
}
