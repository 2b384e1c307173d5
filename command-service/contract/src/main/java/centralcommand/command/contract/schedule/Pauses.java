package centralcommand.command.contract.schedule;

import java.time.LocalDate;
import java.time.Period;

/**
 * How long a pause of a milestone holds. Coded pauses of the Permitting Dashboard are reviewed each quarter
 * (permits.performance.gov/documentation/pausing-projects), so one that nobody renews within its quarter counts no longer.
 */
public final class Pauses {

    /** From the day on which the pause was last stated. */
    public static final Period HOLDS = Period.ofMonths(3);

    private Pauses() {}

    /** The last day on which a pause holds that was last stated on that day. */
    public static LocalDate heldUntil(LocalDate statedOn) {
        return statedOn.plus(HOLDS);
    }
}
