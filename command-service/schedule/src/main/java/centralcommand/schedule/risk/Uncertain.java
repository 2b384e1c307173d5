package centralcommand.schedule.risk;

import java.util.function.DoubleUnaryOperator;

/** What is not known of one activity before a trial, or no longer uncertain. Bounds are midnights, as epoch days. */
public sealed interface Uncertain {
    /**
     * The work takes so long after all that it waits for.
     *
     * @param from the bound before which it does not begin, whatever it waits for
     * @param quantile working days that are not exceeded with a probability
     */
    record Takes(double from, DoubleUnaryOperator quantile) implements Uncertain {}

    /**
     * Somebody promised an end; what it waits for may still make it later.
     *
     * @param quantile the bound at which it ends, not exceeded with a probability
     */
    record Ends(DoubleUnaryOperator quantile) implements Uncertain {}

    /** It ended at that bound: nothing moves it any more, whatever it should have waited for. */
    record Ended(double bound) implements Uncertain {}
}
