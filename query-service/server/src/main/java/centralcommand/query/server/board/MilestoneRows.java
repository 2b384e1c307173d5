package centralcommand.query.server.board;

import static java.time.temporal.ChronoUnit.DAYS;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.Cause;
import centralcommand.command.contract.schedule.CauseBasis;
import centralcommand.command.contract.schedule.LinkEnd;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.ScheduleEvent;
import centralcommand.command.contract.schedule.ScheduleEvent.ActualReported;
import centralcommand.command.contract.schedule.ScheduleEvent.DoubtReported;
import centralcommand.command.contract.schedule.ScheduleEvent.ForecastReported;
import centralcommand.command.contract.schedule.ScheduleEvent.MilestonesLinked;
import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.board.MissedNotice;
import centralcommand.query.contract.board.StatedDay;
import centralcommand.query.server.portfolio.Fact;
import centralcommand.query.server.portfolio.Milestone;
import centralcommand.query.server.portfolio.Milestone.Dated;
import centralcommand.query.server.portfolio.Milestone.Slip;
import centralcommand.query.server.portfolio.Milestone.Word;
import centralcommand.query.server.portfolio.Program;
import centralcommand.query.server.view.Figures;
import centralcommand.query.server.view.Sight;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A milestone as one row. */
public final class MilestoneRows {
    private static final SortedMap<String, LinkEnd> NOBODY = Collections.emptySortedMap();

    private MilestoneRows() {}

    public static List<MilestoneRow> all(Sight sight) {
        return rows(sight, sight.portfolio().milestones());
    }

    public static List<MilestoneRow> of(Sight sight, Program program) {
        return rows(sight, sight.portfolio().milestones(program));
    }

    static List<MilestoneRow> rows(Sight sight, List<Milestone> milestones) {
        Map<MilestoneId, SortedMap<String, LinkEnd>> waiting = waiting(sight);
        return milestones.stream()
                .map(milestone -> row(sight, milestone, waiting.getOrDefault(milestone.id(), NOBODY)))
                .toList();
    }

    private static MilestoneRow row(Sight sight, Milestone milestone, SortedMap<String, LinkEnd> waitedForBy) {
        Program program = milestone.program();
        Slip slip = milestone.slipVsOriginal();
        Slip slipVsCurrent = milestone.slipVsCurrent();
        Optional<Said> said = milestone.latestMove().map(Word::entry).flatMap(MilestoneRows::said);
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
                said.map(Said::cause).orElse(null),
                said.map(Said::basis).orElse(null),
                said.map(Said::narrative).orElse(""),
                heard,
                heard == null ? null : DAYS.between(heard, sight.today()),
                milestone.warning(),
                sight.portfolio()
                        .missedNotice(milestone)
                        .map(notice ->
                                new MissedNotice(notice.saidOn(), notice.event().promised(), notice.position()))
                        .orElse(null),
                List.copyOf(waitedForBy.keySet()),
                waitedForBy.entrySet().stream()
                        .map(waiter -> name(sight, waiter.getValue()).orElse(waiter.getKey()))
                        .toList(),
                sight.version(program.id()),
                Figures.slip(milestone.id()));
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

    /** What a report said of its reasons. */
    record Said(@Nullable Cause cause, @Nullable CauseBasis basis, String narrative) {}

    static Optional<Said> said(Fact<ScheduleEvent> fact) {
        return switch (fact.event()) {
            case ForecastReported e -> Optional.of(new Said(e.cause(), e.causeBasis(), e.narrative()));
            case DoubtReported e -> Optional.of(new Said(e.cause(), e.causeBasis(), e.narrative()));
            case ActualReported e -> Optional.of(new Said(e.cause(), e.causeBasis(), e.narrative()));
            default -> Optional.empty();
        };
    }

    /** Who waits for each milestone, by id. */
    private static Map<MilestoneId, SortedMap<String, LinkEnd>> waiting(Sight sight) {
        Map<MilestoneId, SortedMap<String, LinkEnd>> waiting = new HashMap<>();
        for (Fact<MilestonesLinked> link : sight.portfolio().links()) {
            MilestoneId from = link.event().from().milestoneId();
            String to = end(link.event().to());
            if (from != null && to != null) {
                waiting.computeIfAbsent(from, key -> new TreeMap<>())
                        .put(to, link.event().to());
            }
        }
        return waiting;
    }

    /** A program by its name, a milestone by its title and its program; nothing where the audience does not see it. */
    private static Optional<String> name(Sight sight, LinkEnd end) {
        Optional<Program> program = Optional.ofNullable(end.programId()).flatMap(sight.portfolio()::program);
        MilestoneId milestoneId = end.milestoneId();
        return milestoneId == null
                ? program.map(Program::name)
                : program.flatMap(of -> sight.portfolio().milestones(of).stream()
                        .filter(milestone -> milestone.id().equals(milestoneId))
                        .findFirst()
                        .map(milestone -> milestone.title() + " (" + of.name() + ")"));
    }

    private static @Nullable String end(LinkEnd end) {
        MilestoneId milestoneId = end.milestoneId();
        ProgramId programId = end.programId();
        return Stream.of(milestoneId, programId)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .findFirst()
                .orElse(null);
    }
}
