package centralcommand.schedule.risk;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Probabilities for trials over several things, as a Latin hypercube (McKay, Beckman and Conover 1979): for each thing, 0 to 1 is cut into as
 * many strata as there are trials, and the middle of each comes once, in a random order of its own. So whatever is said of one thing alone is
 * said by its distribution, not by the seed; how things meet is left to chance. Four bytes are kept for each.
 */
final class Draws {
    private static final String GENERATOR = "L64X128MixRandom";

    /** Of each thing, the stratum of each trial. */
    private final int[][] strata;

    private final int trials;

    private Draws(int[][] strata, int trials) {
        this.strata = strata;
        this.trials = trials;
    }

    /** The same seed gives the same draws. */
    static Draws of(int things, int trials, long seed) {
        var random = RandomGeneratorFactory.of(GENERATOR).create(seed);
        var strata = new int[things][trials];
        for (var order : strata) {
            Arrays.setAll(order, stratum -> stratum);
            shuffle(order, random);
        }
        return new Draws(strata, trials);
    }

    private static void shuffle(int[] order, RandomGenerator random) {
        for (var left = order.length; left > 1; left--) {
            var chosen = random.nextInt(left);
            var last = order[left - 1];
            order[left - 1] = order[chosen];
            order[chosen] = last;
        }
    }

    /** Between 0 and 1, neither included. */
    double probability(int thing, int trial) {
        return (strata[thing][trial] + 0.5) / trials;
    }
}
