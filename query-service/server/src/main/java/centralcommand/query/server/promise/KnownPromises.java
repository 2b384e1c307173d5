package centralcommand.query.server.promise;

import static java.time.temporal.ChronoUnit.DAYS;

import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.MilestoneKind;
import centralcommand.query.contract.program.ProgramStatus;
import centralcommand.query.contract.schedule.Promises.Like;
import centralcommand.query.server.portfolio.Milestone;
import centralcommand.query.server.portfolio.Milestone.Dated;
import centralcommand.query.server.portfolio.Milestone.Slip;
import centralcommand.query.server.view.Sight;
import centralcommand.schedule.risk.ReferenceClass;
import centralcommand.schedule.risk.ReferenceClass.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the promises that the audience sees became, one of each kind for each milestone: what became of several promises of one milestone is one
 * story told several times. Of a promise whose day has passed it is known that it was not kept as long as somebody spoke of the milestone
 * afterwards; since then it is unknown, not late.
 *
 * @param outcomes of promises that were kept, broken, or are known to be late, the least overrun first
 * @param silent promises whose day has passed, and nobody has said anything since
 */
public record KnownPromises(List<Became> outcomes, List<Promise> silent) {
    /** With fewer milestones of which one came to its end a class says nothing. */
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

    static KnownPromises of(Sight sight) {
        List<Became> outcomes = new ArrayList<>();
        List<Promise> silent = new ArrayList<>();
        for (Milestone milestone : sight.portfolio().milestones()) {
            for (Like like : Like.values()) {
                List<Promise> alike = alike(milestone, like);
                Optional<Became> known = alike.stream()
                        .flatMap(promise -> became(promise).stream())
                        .findFirst();
                known.ifPresentOrElse(
                        outcomes::add,
                        () -> alike.stream()
                                .filter(promise -> isSilent(promise, sight.today()))
                                .findFirst()
                                .ifPresent(silent::add));
            }
        }
        outcomes.sort(Comparator.comparingDouble(Became::share));
        return new KnownPromises(List.copyOf(outcomes), List.copyOf(silent));
    }

    /** Those of one kind, the one with most days to run first: its share rests on the most time, and it is chosen without asking what became of it. */
    private static List<Promise> alike(Milestone milestone, Like like) {
        return milestone.kind() == MilestoneKind.STATUTORY
                ? List.of()
                : Promise.of(milestone).stream()
                        .filter(promise -> promise.like() == like)
                        .filter(promise -> promise.daysToRun() >= Promise.SHORTEST)
                        .sorted(Comparator.comparingLong(Promise::daysToRun).reversed())
                        .toList();
    }

    private static boolean isSilent(Promise promise, LocalDate today) {
        return promise.milestone().actual() == null
                && !isWithdrawn(promise)
                && promise.date().isBefore(today);
    }

    /** Without those of one milestone: nobody is measured by himself. */
    KnownPromises without(MilestoneId id) {
        return new KnownPromises(
                outcomes.stream()
                        .filter(became -> !became.promise().milestone().id().equals(id))
                        .toList(),
                silent.stream()
                        .filter(promise -> !promise.milestone().id().equals(id))
                        .toList());
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
