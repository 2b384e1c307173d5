package centralcommand.schedule.risk;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** What came out of many trials, smallest first. */
public final class Outcomes {
    private static final double ROUNDING = 1e-9;

    private final double[] sorted;

    private Outcomes(double[] sorted) {
        this.sorted = sorted;
    }

    /** @param trial what comes of a trial, by its number from 0 */
    static Outcomes of(int trials, IntToDoubleFunction trial) {
        if (trials < 1) {
            throw new IllegalArgumentException("Try at least once, not %d times.".formatted(trials));
        }
        var outcomes = new double[trials];
        Arrays.setAll(outcomes, trial);
        Arrays.sort(outcomes);
        return new Outcomes(outcomes);
    }

    public double mean() {
        return Arrays.stream(sorted).average().orElseThrow();
    }

    /**
     * The smallest outcome that at least this share of the trials did not exceed. Where outcomes come in steps and the share is met exactly by
     * the lower of two, it is that one, as in {@link ReferenceClass#percentile}.
     *
     * @param share from 0 to 1: 0.8 for the P80
     */
    public double percentile(double share) {
        var needed = (int) Math.ceil(Math.clamp(share, 0, 1) * sorted.length - ROUNDING);
        return sorted[Math.max(needed, 1) - 1];
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
