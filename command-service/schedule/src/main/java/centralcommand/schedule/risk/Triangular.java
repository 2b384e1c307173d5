package centralcommand.schedule.risk;

/**
 * A three-point estimate, as a triangular distribution.
 *
 * @param low the best case
 * @param mode the most likely
 * @param high the worst case
 */
public record Triangular(double low, double mode, double high) {
    public Triangular {
        if (!(low <= mode && mode <= high)) {
            throw new IllegalArgumentException(
                    "Give the best case, the most likely and the worst in that order, not %s, %s, %s."
                            .formatted(low, mode, high));
        }
        if (Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException("Give finite best and worst cases, not %s and %s.".formatted(low, high));
        }
    }

    public double mean() {
        return (low + mode + high) / 3;
    }

    public double variance() {
        return (low * low + mode * mode + high * high - low * mode - low * high - mode * high) / 18;
    }

    /**
     * The value that is not exceeded with this probability.
     *
     * @param probability from 0 to 1
     */
    public double quantile(double probability) {
        if (low == high) {
            return low;
        }
        var atMode = (mode - low) / (high - low);
        return probability < atMode
                ? low + Math.sqrt(probability * (high - low) * (mode - low))
                : high - Math.sqrt((1 - probability) * (high - low) * (high - mode));
    }
}
