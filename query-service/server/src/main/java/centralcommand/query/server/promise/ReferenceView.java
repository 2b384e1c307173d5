package centralcommand.query.server.promise;

import centralcommand.command.contract.schedule.MilestoneKind;
import centralcommand.query.contract.program.ProgramStatus;
import centralcommand.query.contract.schedule.Promises.Like;
import centralcommand.query.contract.schedule.Promises.Reference;
import centralcommand.query.server.portfolio.Milestone;
import centralcommand.query.server.view.Figures;
import centralcommand.query.server.view.Sight;
import centralcommand.query.server.view.Words;
import centralcommand.schedule.risk.ReferenceClass;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The latest promise of a milestone, seen against what such promises became.
 *
 * @param note which they are, or why there are none
 */
record ReferenceView(@Nullable Reference reference, String note) {

    static ReferenceView of(Sight sight, Milestone milestone, KnownPromises all) {
        KnownPromises known = all.without(milestone.id());
        List<Promise> promises = Promise.of(milestone);
        String nothing = nothingToForetell(milestone);
        if (!nothing.isEmpty()) {
            return new ReferenceView(null, nothing);
        }
        if (promises.isEmpty()) {
            return new ReferenceView(null, "No date was ever promised for it.");
        }
        Promise latest = promises.getLast();
        Optional<ReferenceClass> like = known.classOf(latest.like());
        return like.map(found ->
                        new ReferenceView(reference(milestone, latest, found), kept(latest.like(), found, known)))
                .orElseGet(() -> new ReferenceView(null, tooFew(latest.like(), known.resolved(latest.like()))));
    }

    /** Why nothing is to be foretold of a milestone; else empty. */
    static String nothingToForetell(Milestone milestone) {
        if (milestone.actual() != null) {
            return "It was reached, so there is nothing left to foretell.";
        }
        if (milestone.program().status() == ProgramStatus.CANCELLED) {
            return "Its program is cancelled.";
        }
        return milestone.kind() == MilestoneKind.STATUTORY
                ? "Its date is set by law or order: it is nobody's promise, and is measured against none."
                : "";
    }

    private static Reference reference(Milestone milestone, Promise latest, ReferenceClass like) {
        double half = like.percentile(0.5);
        double most = like.percentile(0.8);
        return new Reference(
                latest.like(),
                like.resolved() + like.open(),
                like.open(),
                latest.statedOn(),
                latest.date(),
                half,
                most,
                like.isAtLeast(0.5),
                like.isAtLeast(0.8),
                overrun(latest, half),
                overrun(latest, most),
                Figures.reference(milestone.id()));
    }

    private static LocalDate overrun(Promise promise, double share) {
        return RiskView.day(
                promise.date().toEpochDay() + 1 + ReferenceClass.uplifted(promise.scale(), share) - promise.scale());
    }

    private static String kept(Like like, ReferenceClass found, KnownPromises known) {
        long silent = known.silent().stream()
                .filter(promise -> promise.like() == like)
                .count();
        return "%s of this portfolio, each of another milestone, that came to an end or are known to be late; %s of them still open, which count with the overrun so far. "
                        .formatted(
                                words(like, found.resolved() + found.open()),
                                found.open() == 0 ? "none" : Words.number(found.open()))
                + (silent == 0
                        ? ""
                        : "Of %s more the day has passed and nobody has said anything since: unknown, so left out. "
                                .formatted(Words.number(silent)))
                + (like == Like.LATER
                        ? "Of several later promises of one milestone the one with most days to run counts. "
                        : "")
                + "Left out too: promises with fewer than 30 days to run, dates set by law or order, cancelled programs, and this"
                + " milestone itself.";
    }

    private static String tooFew(Like like, long resolved) {
        return "%s of this portfolio, each of another milestone, came to an end so far; at least %d are needed before they say anything."
                .formatted(
                        resolved == 0 ? "None of the " + plural(like) : "Only " + words(like, resolved),
                        KnownPromises.FEWEST);
    }

    private static String words(Like like, long count) {
        return Words.count(count, like == Like.FIRST ? "first promise" : "later promise", plural(like));
    }

    static String plural(Like like) {
        return like == Like.FIRST ? "first promises" : "later promises";
    }
}
