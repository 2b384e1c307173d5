package centralcommand.query.server.promise;

import static java.time.temporal.ChronoUnit.DAYS;

import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.MilestoneKind;
import centralcommand.query.contract.program.ProgramStatus;
import centralcommand.query.contract.schedule.Promises.Like;
import centralcommand.query.server.portfolio.Milestone.Dated;
import centralcommand.query.server.portfolio.Milestone.Slip;
import centralcommand.query.server.portfolio.Portfolio;
import centralcommand.query.server.view.Sight;
import centralcommand.schedule.risk.ReferenceClass;
import centralcommand.schedule.risk.ReferenceClass.Outcome;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the promises that the audience sees became, those of one milestone left out: nobody is measured by himself. Of a promise whose day has
 * passed it is known that it was not kept as long as somebody spoke of the milestone afterwards; since then it is unknown, not late.
 *
 * @param outcomes of promises that were kept, broken, or are known to be late, the least overrun first
 * @param silent promises whose day has passed, and nobody has said anything since
 */
public record KnownPromises(List<Became> outcomes, List<Promise> silent) {
    /** With fewer that came to their end a class says nothing. */
    public static final int FEWEST = 5;

    /**
     * One promise of which something is known.
     *
     * @param overrunDays from the promised day to the day reached, 0 within precision; while it is open, to the day last heard of
     * @param open late, and not known to be reached
     */
    public record Became(Promise promise, long overrunDays, boolean open) {
        /** Overrun as a share of the promised time. */
        public double share() {
            return (double) overrunDays / promise.daysToRun();
        }
    }

    static KnownPromises of(Sight sight, MilestoneId without) {
        List<Promise> due = promises(sight.portfolio(), without)
                .filter(promise -> promise.daysToRun() >= Promise.SHORTEST)
                .toList();
        return new KnownPromises(
                due.stream()
                        .flatMap(promise -> became(promise).stream())
                        .sorted(Comparator.comparingDouble(Became::share))
                        .toList(),
                due.stream()
                        .filter(promise -> promise.milestone().actual() == null)
                        .filter(promise ->
                                !isWithdrawn(promise) && promise.date().isBefore(sight.today()))
                        .filter(promise -> became(promise).isEmpty())
                        .toList());
    }

    private static Stream<Promise> promises(Portfolio portfolio, MilestoneId without) {
        return portfolio.milestones().stream()
                .filter(milestone -> milestone.kind() != MilestoneKind.STATUTORY)
                .filter(milestone -> !milestone.id().equals(without))
                .flatMap(milestone -> Promise.of(milestone).stream());
    }

    private static boolean isWithdrawn(Promise promise) {
        return promise.milestone().program().status() == ProgramStatus.CANCELLED;
    }

    private static Optional<Became> became(Promise promise) {
        Dated actual = promise.milestone().actual();
        if (actual != null) {
            Slip slip = Slip.between(promise.dated(), actual);
            // Whoever gives a date for what is reached already promises nothing.
            return promise.statedOn().isAfter(actual.stated().date())
                    ? Optional.empty()
                    : Optional.of(new Became(promise, slip.withinPrecision() ? 0 : slip.days(), false));
        }
        LocalDate heard = promise.milestone().lastHeardOn();
        return isWithdrawn(promise) || heard == null || !heard.isAfter(promise.date())
                ? Optional.empty()
                : Optional.of(new Became(promise, DAYS.between(promise.date(), heard), true));
    }

    /** Those that are like a promise. */
    public Stream<Became> like(Like like) {
        return outcomes.stream().filter(became -> became.promise().like() == like);
    }

    long resolved(Like like) {
        return like(like).filter(became -> !became.open()).count();
    }

    /** What promises like that became; nothing where too few came to their end. */
    public Optional<ReferenceClass> classOf(Like like) {
        return resolved(like) < FEWEST
                ? Optional.empty()
                : Optional.of(ReferenceClass.of(like(like)
                        .map(became -> new Outcome(became.share(), became.open()))
                        .toList()));
    }
}
