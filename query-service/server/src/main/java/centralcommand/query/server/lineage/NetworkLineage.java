package centralcommand.query.server.lineage;

import centralcommand.command.contract.schedule.ActivityEvent.DurationEstimated;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.query.contract.history.Lineage;
import centralcommand.query.server.network.Disclosure;
import centralcommand.query.server.network.Outlook;
import centralcommand.query.server.network.Outlook.Hidden;
import centralcommand.query.server.network.Outlook.Span;
import centralcommand.query.server.network.Route;
import centralcommand.query.server.network.Tie;
import centralcommand.query.server.portfolio.Fact;
import centralcommand.query.server.portfolio.Milestone;
import centralcommand.query.server.portfolio.Milestone.Dated;
import centralcommand.query.server.view.FigureId;
import centralcommand.query.server.view.Sight;
import centralcommand.query.server.view.Words;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Behind what follows from links, durations and reports. */
final class NetworkLineage {
    private NetworkLineage() {}

    static Lineage implied(Working working, String figure, FigureId id) {
        Milestone milestone = working.sight()
                .portfolio()
                .milestone(new MilestoneId(id.part(1)))
                .orElseThrow();
        Outlook outlook = Disclosure.outlook(working.sight());
        String title = "“" + milestone.title() + "”, what it waits for allows";
        Span span = outlook.implied(milestone.id()).orElse(null);
        if (span == null) {
            return working.is(
                    figure, title, "none", "It waits for nothing that has a date, or what follows is not shown yet.");
        }
        add(working, outlook, milestone);
        Hidden hidden = outlook.hidden().get(milestone.id());
        return working.is(
                figure,
                title,
                written(span),
                path(working.sight(), outlook, milestone)
                        + (hidden == null
                                ? ""
                                : " Its date on file, %s, is %s earlier."
                                        .formatted(hidden.onFile().stated().date(), Words.days(hidden.days()))));
    }

    static Lineage hiddenSlips(Working working, String figure) {
        Outlook outlook = Disclosure.outlook(working.sight());
        Collection<Hidden> slips = outlook.hidden().values();
        slips.stream()
                .sorted(Comparator.comparingLong(Hidden::days).reversed())
                .forEach(slip -> add(working, outlook, slip.milestone()));
        return working.is(
                figure,
                "Dates that are earlier than what they wait for allows",
                Words.count(slips.size(), "date", "dates"),
                slips.isEmpty()
                        ? "No date on file is earlier than what it waits for allows, by more than precision."
                        : "Each date on file is held against the last day on which what it waits for lets it be reached.");
    }

    /** Each report on the way, each link, each duration, and the date that they are held against. */
    private static void add(Working working, Outlook outlook, Milestone milestone) {
        List<Tie> ties = Route.implied(outlook, milestone.id());
        for (MilestoneId id : outlook.impliedPath(milestone.id())) {
            Milestone on = working.sight().portfolio().milestone(id).orElseThrow();
            ties.stream().filter(tie -> tie.to().equals(id)).forEach(tie -> working.add(tie.basis(), written(tie)));
            outlook.awaited(id)
                    .ifPresent(awaited -> awaited.handoff()
                            .promise()
                            .ifPresent(promise -> working.add(promise, "handed over on " + awaited.last())));
            Fact<DurationEstimated> estimate = outlook.work(id).estimate();
            if (estimate != null) {
                working.add(estimate, "takes " + workingDays(estimate.event().likelyDays()));
            }
            Dated onFile = on.onFile();
            if (onFile != null) {
                working.add(
                        onFile.entry(),
                        "“%s”: %s".formatted(on.title(), onFile.stated().date()));
            }
        }
    }

    private static String path(Sight sight, Outlook outlook, Milestone milestone) {
        StringBuilder path = new StringBuilder();
        for (MilestoneId id : outlook.impliedPath(milestone.id())) {
            LocalDate day = outlook.finish(id).orElse(null);
            if (path.isEmpty()) {
                outlook.awaited(id)
                        .ifPresent(awaited -> path.append("the hand-off of “%s” on %s, then "
                                .formatted(awaited.handoff().request().deliverable(), awaited.last())));
            }
            if (!id.equals(milestone.id()) && day != null) {
                path.append("“%s” on %s, then "
                        .formatted(
                                sight.portfolio()
                                        .milestone(id)
                                        .map(Milestone::title)
                                        .orElseThrow(),
                                day));
            }
        }
        int days = outlook.durationDays(milestone.id());
        return path + (days == 0 ? "this one." : "this one, which takes " + workingDays(days) + ".");
    }

    private static String written(Tie tie) {
        return "waits, " + Words.plain(tie.type())
                + (tie.lagDays() == 0
                        ? ""
                        : (tie.lagDays() > 0 ? " + " : " − ") + workingDays(Math.abs(tie.lagDays())));
    }

    private static String workingDays(int days) {
        return Words.count(days, "working day", "working days");
    }

    private static String written(Span span) {
        return span.first().equals(span.last()) ? span.last().toString() : span.first() + " to " + span.last();
    }
}
