package centralcommand.query.server.promise;

import centralcommand.command.contract.schedule.ActivityEvent.DurationEstimated;
import centralcommand.command.contract.schedule.ActivityEvent.MarginUsed;
import centralcommand.command.contract.schedule.MilestoneKind;
import centralcommand.query.contract.schedule.Promises.Reference;
import centralcommand.query.contract.schedule.Promises.Risk;
import centralcommand.query.server.portfolio.Fact;
import centralcommand.query.server.portfolio.Milestone;
import centralcommand.query.server.portfolio.Milestone.Dated;
import centralcommand.query.server.promise.KnownPromises.Became;
import centralcommand.query.server.promise.RiskView.Known;
import centralcommand.query.server.promise.RiskView.Taken;
import centralcommand.query.server.view.Sight;
import centralcommand.query.server.view.Words;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The entries behind the figures of promises. */
public final class Behind {
    private Behind() {}

    /** A figure with what it comes from. */
    public record Told(String value, String working, List<Part> parts) {}

    /** One entry, and what it contributes. */
    public record Part(Fact<?> entry, String words) {}

    public static Warning warning(Sight sight, Milestone milestone) {
        return Warning.of(milestone, sight.today());
    }

    public static Told reference(Sight sight, Milestone milestone) {
        KnownPromises known = KnownPromises.of(sight).without(milestone.id());
        ReferenceView view = ReferenceView.of(sight, milestone, known);
        Reference reference = view.reference();
        return reference == null
                ? new Told("none", view.note(), List.of())
                : new Told(
                        "half " + share(reference.p50(), reference.p50AtLeast()) + ", four of five "
                                + share(reference.p80(), reference.p80AtLeast()),
                        "Overrun divided by the time from the promise to the promised day. " + view.note(),
                        known.like(reference.like()).map(Behind::part).toList());
    }

    private static Part part(Became became) {
        Promise promise = became.promise();
        Dated actual = promise.milestone().actual();
        return new Part(
                promise.dated().entry(),
                "“%s”, promised on %s for %s, %s: %s of %s = %s"
                        .formatted(
                                promise.milestone().title(),
                                promise.statedOn(),
                                promise.date(),
                                actual == null
                                        ? "still open"
                                        : "reached " + actual.stated().date(),
                                Words.days(became.overrunDays()),
                                Words.days(promise.daysToRun()),
                                share(became.share(), became.open())));
    }

    public static Told risk(Sight sight, Milestone milestone) {
        RiskView view = RiskView.of(sight, milestone, KnownPromises.of(sight));
        Risk risk = view.risk();
        return risk == null
                ? new Told("none", view.note(), List.of())
                : new Told(
                        "P50 " + risk.p50() + ", P80 " + risk.p80(),
                        view.note(),
                        view.drawn().stream().flatMap(Behind::part).toList());
    }

    private static Stream<Part> part(Known known) {
        @Nullable Fact<?> entry = known.entry();
        Milestone milestone = known.milestone();
        return entry == null
                ? Stream.of()
                : Stream.concat(
                        Stream.of(new Part(entry, titled(milestone, words(known, entry)))),
                        known.taken() == Taken.ESTIMATED && milestone.kind() == MilestoneKind.MARGIN
                                ? milestone.work().uses().stream().map(use -> used(milestone, use))
                                : Stream.of());
    }

    private static String words(Known known, Fact<?> entry) {
        return entry.event() instanceof DurationEstimated e
                ? "%d, %d or %d working days".formatted(e.lowDays(), e.likelyDays(), e.highDays())
                : known.taken() == Taken.REACHED
                        ? "reached"
                        : known.from() == null
                                ? "held at its date on file"
                                : "latest promise, with an overrun of "
                                        + known.from().words();
    }

    private static Part used(Milestone margin, Fact<MarginUsed> use) {
        return new Part(
                use,
                titled(
                        margin,
                        "less "
                                + Words.count(use.event().workingDays(), "working day", "working days")
                                + " of it used"));
    }

    private static String titled(Milestone milestone, String words) {
        return "“" + milestone.title() + "”: " + words;
    }

    /** "+63 %", "at least +205 %", "−20 %". */
    private static String share(double share, boolean atLeast) {
        long percent = Math.round(share * 100);
        return (atLeast ? "at least " : "") + (percent < 0 ? "−" : "+") + Math.abs(percent) + " %";
    }
}
