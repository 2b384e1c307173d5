package centralcommand.schedule.risk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * What promises became: by what share of the promised time they were overrun. Of a promise that is late and still open only the overrun so far
 * is known, so it counts as a lower bound (Kaplan and Meier 1958); where the largest of all is such a bound, it is taken as if it ended there
 * (Efron 1967), and whatever rests on that is <em>at least</em> so much.
 */
public final class ReferenceClass {
    private static final double ROUNDING = 1e-9;

    private final List<Step> steps;
    private final int resolved;
    private final int open;

    /** The share that outcomes do not exceed, once it rises to {@code upTo}. */
    private record Step(double share, double upTo, boolean atLeast) {}

    /**
     * One promise.
     *
     * @param share overrun divided by the promised time; negative where it was early
     * @param open whether it is still open, so that the share is only a lower bound
     */
    public record Outcome(double share, boolean open) {}

    private ReferenceClass(List<Step> steps, int resolved, int open) {
        this.steps = steps;
        this.resolved = resolved;
        this.open = open;
    }

    /** @throws IllegalArgumentException if there is no outcome */
    public static ReferenceClass of(Collection<Outcome> outcomes) {
        if (outcomes.isEmpty()) {
            throw new IllegalArgumentException("Give at least one outcome: a class of none says nothing.");
        }
        // Of equal shares those that ended come first: who is still open at that time was there when they did.
        var sorted = outcomes.stream()
                .sorted(Comparator.comparingDouble(Outcome::share).thenComparing(Outcome::open))
                .toList();
        var steps = new ArrayList<Step>();
        var beyond = 1.0;
        var left = sorted.size();
        for (var outcome : sorted) {
            if (!outcome.open || left == 1) {
                beyond -= beyond / left;
                steps.add(new Step(outcome.share, 1 - beyond, outcome.open));
            }
            left--;
        }
        var open = (int) sorted.stream().filter(Outcome::open).count();
        return new ReferenceClass(List.copyOf(steps), sorted.size() - open, open);
    }

    /** How many are known to their end. */
    public int resolved() {
        return resolved;
    }

    /** How many are late and still open. */
    public int open() {
        return open;
    }

    /** The overrun that this share of promises did not exceed: 0.8 for the P80. */
    public double percentile(double share) {
        return step(share).share;
    }

    /** Whether that overrun is only a lower bound, because those that went furthest are still open. */
    public boolean isAtLeast(double share) {
        return step(share).atLeast;
    }

    private Step step(double share) {
        return steps.stream()
                .filter(step -> step.upTo >= share - ROUNDING)
                .findFirst()
                .orElse(steps.getLast());
    }

    /** How many are known to have ended with more than this: what can be said of one that went as far rests on them. One still open did not end. */
    public int beyond(double overrun) {
        return (int) steps.stream()
                .filter(step -> step.share > overrun && !step.atLeast)
                .count();
    }

    /**
     * The overrun that a share of those did not exceed that went further than this, for as many shares as are wanted.
     *
     * @throws IllegalArgumentException if none is known to have ended there
     */
    public DoubleUnaryOperator percentilesBeyond(double overrun) {
        if (beyond(overrun) == 0) {
            throw new IllegalArgumentException(
                    "No promise of the class is known to have ended with an overrun of more than %s."
                            .formatted(overrun));
        }
        var beyond = steps.stream().filter(step -> step.share > overrun).toArray(Step[]::new);
        var before = steps.size() == beyond.length ? 0 : steps.get(steps.size() - beyond.length - 1).upTo;
        return share -> beyond[firstUpTo(beyond, before + share * (1 - before))].share;
    }

    private static int firstUpTo(Step[] steps, double wanted) {
        var low = 0;
        var high = steps.length - 1;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (steps[middle].upTo >= wanted - ROUNDING) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** What becomes of an estimate with that overrun: of 2 billion with 0.39, 2.78 billion. */
    public static double uplifted(double estimate, double overrun) {
        return estimate * (1 + overrun);
    }
}
