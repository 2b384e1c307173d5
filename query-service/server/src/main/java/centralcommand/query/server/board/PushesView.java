package centralcommand.query.server.board;

import static java.time.temporal.ChronoUnit.DAYS;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.ScheduleEvent.ForecastReported;
import centralcommand.command.contract.shared.Authorship;
import centralcommand.command.contract.shared.Days;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Provenance;
import centralcommand.command.contract.shared.StatedDate;
import centralcommand.command.contract.shared.Washington;
import centralcommand.query.contract.board.Pushes;
import centralcommand.query.server.network.Disclosure;
import centralcommand.query.server.network.Outlook;
import centralcommand.query.server.portfolio.Fact;
import centralcommand.query.server.portfolio.Milestone;
import centralcommand.query.server.portfolio.Milestone.Dated;
import centralcommand.query.server.portfolio.Milestone.Slip;
import centralcommand.query.server.portfolio.Portfolio;
import centralcommand.query.server.portfolio.Program;
import centralcommand.query.server.view.BadQuery;
import centralcommand.query.server.view.Sight;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a new date would do: the fold of a report that nobody made, and those who wait, nearest first. */
final class PushesView {
    private PushesView() {}

    static Pushes of(Sight sight, MilestoneId milestoneId, LocalDate date, Precision precision) {
        Milestone now = sight.portfolio()
                .milestone(milestoneId)
                .orElseThrow(() ->
                        BadQuery.unknown("milestoneId", "There is no milestone " + milestoneId + " that you may see."));
        if (date.isBefore(Days.FIRST) || date.isAfter(Days.LAST)) {
            throw new BadQuery("date", "date is %s: give a day from %s to %s.".formatted(date, Days.FIRST, Days.LAST));
        }
        StatedDate expected = new StatedDate(date, precision, "");
        Portfolio then = sight.portfolio().evolve(hypothetical(sight, now, expected));
        Networks network = new Networks(Disclosure.outlook(sight), Disclosure.ifSo(sight, then));
        Slip slip = then.milestone(milestoneId).map(Milestone::slipVsOriginal).orElse(null);
        return new Pushes(
                sight.standpoint(),
                milestoneId,
                expected.date(),
                slip == null ? null : slip.days(),
                waiting(sight, network, now),
                ends(sight, network));
    }

    /** The network as the viewer sees it, with the date on file and with the new one. */
    private record Networks(Outlook before, Outlook after) {}

    private static List<Pushes.End> ends(Sight sight, Networks network) {
        return sight.portfolio().programs().stream()
                .flatMap(program -> end(program, network).stream())
                .sorted(Comparator.comparingLong((Pushes.End end) -> -Math.abs(end.days()))
                        .thenComparing(end -> end.programId().value()))
                .toList();
    }

    private static Optional<Pushes.End> end(Program program, Networks network) {
        LocalDate before = network.before().end(program.id()).orElse(null);
        LocalDate after = network.after().end(program.id()).orElse(null);
        return before == null || after == null || before.equals(after)
                ? Optional.empty()
                : Optional.of(new Pushes.End(program.id(), program.name(), before, after, DAYS.between(before, after)));
    }

    /** A report told after all others, so that it is the current one. */
    private static Fact<ForecastReported> hypothetical(Sight sight, Milestone milestone, StatedDate expected) {
        LocalDate heard = milestone.lastHeardOn();
        LocalDate saidOn = heard == null || heard.isBefore(sight.today()) ? sight.today() : heard;
        ProgramId programId = milestone.program().id();
        return new Fact<>(
                sight.world().position() + 1,
                0,
                Washington.endOf(sight.today()),
                "program/" + programId,
                0,
                "forecast-reported",
                1,
                new Authorship(
                        sight.asker().subject(), sight.asker().agency(), List.of(), "what-if", "report-forecast"),
                new ForecastReported(
                        programId,
                        milestone.id(),
                        expected,
                        null,
                        null,
                        "",
                        new Provenance(
                                saidOn,
                                null,
                                "",
                                Provenance.Confidence.HIGH,
                                Provenance.Marking.NONE,
                                Provenance.Channel.TYPED)));
    }

    /** One step on the way: who waits, and through which links and hand-offs. */
    private record Step(ProgramId programId, @Nullable MilestoneId milestoneId, List<String> through) {
        private Stream<Step> next(Waiting waiting) {
            return Stream.concat(
                            milestoneId == null ? Stream.empty() : waiting.forMilestone(milestoneId).stream(),
                            waiting.forAllOf(programId).stream())
                    .map(wait -> new Step(
                            wait.programId(),
                            wait.milestoneId(),
                            Stream.concat(through.stream(), Stream.of(wait.through()))
                                    .toList()));
        }

        private String key() {
            return milestoneId == null ? "program/" + programId : milestoneId.value();
        }
    }

    private static List<Pushes.Row> waiting(Sight sight, Networks network, Milestone moved) {
        Waiting waiting = Waiting.of(sight.portfolio());
        List<Pushes.Row> rows = new ArrayList<>();
        Set<String> reached = new HashSet<>(Set.of(moved.id().value()));
        Deque<Step> open = new ArrayDeque<>();
        open.add(new Step(moved.program().id(), moved.id(), List.of()));
        while (!open.isEmpty()) {
            open.remove().next(waiting).filter(next -> reached.add(next.key())).forEach(next -> {
                open.add(next);
                row(sight, network, next).ifPresent(rows::add);
            });
        }
        return List.copyOf(rows);
    }

    private static Optional<Pushes.Row> row(Sight sight, Networks network, Step step) {
        MilestoneId milestoneId = step.milestoneId();
        if (milestoneId == null) {
            return sight.portfolio()
                    .program(step.programId())
                    .map(program -> row(network, program, program.name(), step, null));
        }
        return sight.portfolio()
                .milestone(milestoneId)
                .map(milestone -> row(network, milestone.program(), milestone.title(), step, milestone.onFile()));
    }

    private static Pushes.Row row(Networks network, Program program, String title, Step step, @Nullable Dated onFile) {
        LocalDate before = finish(network.before(), step);
        LocalDate after = finish(network.after(), step);
        return new Pushes.Row(
                program.id(),
                program.name(),
                step.milestoneId(),
                title,
                program.leadAgency(),
                onFile == null ? null : onFile.stated().date(),
                onFile == null || after == null
                        ? null
                        : DAYS.between(onFile.stated().date(), after),
                before,
                after,
                before == null || after == null ? null : DAYS.between(before, after),
                step.through());
    }

    private static @Nullable LocalDate finish(Outlook outlook, Step step) {
        MilestoneId id = step.milestoneId();
        return id == null ? null : outlook.finish(id).orElse(null);
    }
}
