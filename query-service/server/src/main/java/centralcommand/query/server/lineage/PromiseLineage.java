package centralcommand.query.server.lineage;

import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.query.contract.history.Lineage;
import centralcommand.query.server.portfolio.Milestone;
import centralcommand.query.server.promise.Behind;
import centralcommand.query.server.promise.Warning;
import centralcommand.query.server.promise.WarningTimesView;
import centralcommand.query.server.view.FigureId;
import centralcommand.query.server.view.Words;
import java.util.List;
import java.util.stream.Stream;

/** Behind warning times, reference classes and trials. */
final class PromiseLineage {
    private PromiseLineage() {}

    static Lineage warning(Working working, String figure, FigureId id) {
        Milestone milestone = milestone(working, id);
        Warning warning = Behind.warning(working.sight(), milestone);
        Long days = warning.days();
        add(working, warning);
        return working.is(
                figure,
                "Warning time of “" + milestone.title() + "”",
                days == null ? "none" : Words.days(days),
                days == null
                        ? warning.missed() == null
                                ? "No promised date has passed unkept, so nothing had to be warned of."
                                : "Nothing was said since the promise was made that it would be missed; what was said before warns of no later promise."
                        : "%s − %s = %s, from the first doubt or slip that others could know of to the last day of the promise.%s"
                                .formatted(
                                        warning.missedOn(),
                                        warning.warnedOn(),
                                        Words.days(days),
                                        warning.datedBackTo() == null
                                                ? ""
                                                : " Its author dates it %s; it was recorded %s, and counts from then."
                                                        .formatted(warning.datedBackTo(), warning.warnedOn())));
    }

    private static void add(Working working, Warning warning) {
        if (warning.missed() != null) {
            working.add(warning.missed().dated().entry(), "promised " + warning.missedOn());
        }
        if (warning.word() != null) {
            working.add(
                    warning.word().entry(),
                    warning.word().dated() == null
                            ? "in doubt"
                            : "expected " + warning.word().dated().stated().date());
        }
    }

    static Lineage warningTimes(Working working, String figure, FigureId id) {
        List<Warning> all = WarningTimesView.all(working.sight(), id.filter()).stream()
                .filter(warning -> warning.missed() != null)
                .toList();
        for (Warning warning : all) {
            Stream.ofNullable(warning.missed())
                    .forEach(missed -> working.add(
                            missed.dated().entry(),
                            "“%s”, missed %s: %s"
                                    .formatted(
                                            warning.milestone().title(),
                                            missed.dated().stated().date(),
                                            Words.days(warning.counted()))));
        }
        Long median = WarningTimesView.medianDays(all);
        return working.is(
                figure,
                "Median warning time",
                median == null ? "none" : Words.days(median),
                median == null
                        ? "No promised date was missed."
                        : "The middle of %s, from the shortest to the longest; without a warning in time it is 0."
                                .formatted(Words.count(all.size(), "warning time", "warning times")));
    }

    static Lineage reference(Working working, String figure, FigureId id) {
        Behind.Told told = Behind.reference(working.sight(), milestone(working, id));
        return is(working, figure, "What promises like its latest became: “%s”", told, id);
    }

    static Lineage risk(Working working, String figure, FigureId id) {
        Behind.Told told = Behind.risk(working.sight(), milestone(working, id));
        return is(working, figure, "When “%s” will be, by trials", told, id);
    }

    private static Lineage is(Working working, String figure, String title, Behind.Told told, FigureId id) {
        told.parts().forEach(part -> working.add(part.entry(), part.words()));
        return working.is(figure, title.formatted(milestone(working, id).title()), told.value(), told.working());
    }

    private static Milestone milestone(Working working, FigureId id) {
        return working.sight()
                .portfolio()
                .milestone(new MilestoneId(id.part(1)))
                .orElseThrow();
    }
}
