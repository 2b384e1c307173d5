package centralcommand.query.server.program;

import centralcommand.command.contract.schedule.NewDate;
import centralcommand.command.contract.schedule.ScheduleEvent;
import centralcommand.command.contract.shared.StatedDate;
import centralcommand.query.contract.program.ProgramPage;
import centralcommand.query.contract.program.ProgramPage.BaselineKind;
import centralcommand.query.contract.schedule.Downstream;
import centralcommand.query.server.network.Disclosure;
import centralcommand.query.server.network.Outlook;
import centralcommand.query.server.portfolio.Baseline;
import centralcommand.query.server.portfolio.Fact;
import centralcommand.query.server.portfolio.Milestone;
import centralcommand.query.server.portfolio.Milestone.Dated;
import centralcommand.query.server.portfolio.Portfolio;
import centralcommand.query.server.portfolio.Program;
import centralcommand.query.server.portfolio.Rebaseline;
import centralcommand.query.server.view.Figures;
import centralcommand.query.server.view.Sight;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The promises of one program and what became of each: what was promised first, and every request to replace it. */
final class BaselineHistory {
    private BaselineHistory() {}

    /** By number. */
    static List<ProgramPage.Baseline> of(Sight sight, Program program) {
        Outlook outlook = Disclosure.outlook(sight);
        return Stream.concat(
                        sight.portfolio().baselines(program.id()).stream().map(BaselineHistory::first),
                        sight.portfolio().rebaselines(program.id()).stream()
                                .map(rebaseline -> replacing(sight, outlook, rebaseline)))
                .sorted(Comparator.comparingInt(ProgramPage.Baseline::baseline))
                .toList();
    }

    private static ProgramPage.Baseline first(Baseline baseline) {
        return new ProgramPage.Baseline(
                baseline.number(),
                BaselineKind.FIRST,
                baseline.proposal().event().basis(),
                baseline.isPending() ? "PROPOSED" : baseline.isApproved() ? "APPROVED" : "RETURNED",
                baseline.proposal().by().actor(),
                by(baseline.verdict()),
                on(baseline.verdict()),
                baseline.reason(),
                baseline.proposal().saidOn(),
                baseline.proposal().event().milestones(),
                null,
                baseline.proposal().position());
    }

    private static ProgramPage.Baseline replacing(Sight sight, Outlook outlook, Rebaseline rebaseline) {
        var asked = rebaseline.request().event();
        Portfolio known = AsDecided.knownTo(sight, rebaseline);
        Fact<ScheduleEvent> verdict = rebaseline.verdict();
        return new ProgramPage.Baseline(
                rebaseline.number(),
                BaselineKind.REBASELINE,
                asked.basis(),
                rebaseline.isPending() ? "PROPOSED" : rebaseline.isApproved() ? "APPROVED" : "DECLINED",
                rebaseline.request().by().actor(),
                by(verdict),
                on(verdict),
                "",
                rebaseline.request().saidOn(),
                List.of(),
                new ProgramPage.Request(
                        asked.reason(),
                        asked.narrative(),
                        asked.consulted(),
                        asked.dates().stream()
                                .map(date ->
                                        change(outlook, AsDecided.of(sight, known, rebaseline, date), date, rebaseline))
                                .toList(),
                        verdict == null ? null : determination(rebaseline, verdict)),
                rebaseline.request().position());
    }

    private static ProgramPage.@Nullable Determination determination(
            Rebaseline rebaseline, Fact<ScheduleEvent> verdict) {
        return rebaseline
                .determination()
                .map(said -> new ProgramPage.Determination(
                        said.text(), said.consulted(), said.dissent(), verdict.position()))
                .orElse(null);
    }

    private static ProgramPage.Change change(Outlook outlook, AsDecided decided, NewDate asked, Rebaseline rebaseline) {
        Milestone milestone = decided.once();
        Dated original = decided.original();
        Dated before = decided.before();
        Dated after = decided.asked();
        return new ProgramPage.Change(
                asked.milestoneId(),
                milestone == null ? asked.milestoneId().value() : milestone.title(),
                date(original),
                date(before),
                asked.promised(),
                days(before, after),
                days(original, after),
                measured(decided.until(), original, before, after),
                measured(milestone, original, before, after),
                milestone == null ? null : downstream(outlook, milestone, rebaseline),
                Figures.rebaseline(rebaseline.request().event().programId(), rebaseline.number(), asked.milestoneId()));
    }

    private static ProgramPage.Measured measured(
            @Nullable Milestone milestone, @Nullable Dated original, @Nullable Dated before, Dated after) {
        Dated expected = milestone == null ? null : milestone.expected();
        return new ProgramPage.Measured(
                date(expected),
                days(original, expected),
                days(before, expected),
                days(after, expected),
                milestone == null ? null : milestone.slipSinceLastReportDays(),
                milestone != null && milestone.actual() != null);
    }

    /** Of one that is reached already, or expected otherwise since the request, the date asked for would change nothing. */
    private static @Nullable Downstream downstream(Outlook outlook, Milestone milestone, Rebaseline rebaseline) {
        Dated expected = milestone.expected();
        return (rebaseline.isPending() && expected != null && expected.isRebaselined()
                        ? outlook.downstream(milestone, expected.stated().date())
                        : outlook.downstream(milestone))
                .orElse(null);
    }

    private static @Nullable StatedDate date(@Nullable Dated dated) {
        return dated == null ? null : dated.stated();
    }

    private static @Nullable Long days(@Nullable Dated from, @Nullable Dated to) {
        return from == null || to == null ? null : to.daysAfter(from);
    }

    private static String by(@Nullable Fact<ScheduleEvent> verdict) {
        return verdict == null ? "" : verdict.by().actor();
    }

    private static @Nullable LocalDate on(@Nullable Fact<ScheduleEvent> verdict) {
        return verdict == null ? null : verdict.saidOn();
    }
}
