package centralcommand.schedule.risk;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** What came out of many trials, smallest first. */
public final class Outcomes {
    private static final String GENERATOR = "L64X128MixRandom";

    private final double[] sorted;

    private Outcomes(double[] sorted) {
        this.sorted = sorted;
    }

    /**
     * Tries so many times. The same seed gives the same outcomes.
     *
     * @param trial draws what is uncertain, and says what comes of it
     */
    public static Outcomes of(int trials, long seed, ToDoubleFunction<RandomGenerator> trial) {
        if (trials < 1) {
            throw new IllegalArgumentException("Try at least once, not %d times.".formatted(trials));
        }
        var random = RandomGeneratorFactory.of(GENERATOR).create(seed);
        var outcomes = new double[trials];
        Arrays.setAll(outcomes, ignored -> trial.applyAsDouble(random));
        Arrays.sort(outcomes);
        return new Outcomes(outcomes);
    }

    public double mean() {
        return Arrays.stream(sorted).average().orElseThrow();
    }

    /**
     * The value that this share of the trials did not exceed, interpolated between the two nearest.
     *
     * @param share from 0 to 1: 0.8 for the P80
     */
    public double percentile(double share) {
        var place = Math.clamp(share, 0, 1) * (sorted.length - 1);
        var below = (int) place;
        var above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /** The share of the trials that did not exceed this value: of a plan, its own percentile. */
    public double shareUpTo(double value) {
        var low = 0;
        var high = sorted.length;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (sorted[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return (double) low / sorted.length;
    }
}
