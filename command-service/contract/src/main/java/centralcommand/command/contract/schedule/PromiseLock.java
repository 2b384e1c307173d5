package centralcommand.command.contract.schedule;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;

/**
 * A promised date may not be moved in its last days, so that a date about to be missed is not promised away. It binds promises, never
 * forecasts or doubts. Once the date has passed other dates may be asked for: the notice of the miss is on record by then, or is recorded with
 * the approval. The rule of the FAST-41 dashboard, permits.performance.gov: "modifications cannot be made in less than 30 days".
 */
public final class PromiseLock {
    /** So many days ahead a promise may still be moved. */
    public static final int DAYS_AHEAD = 30;

    private PromiseLock() {}

    /** Whether a promise for this date may not be moved on that day; the last such day is the date itself. */
    public static boolean holds(LocalDate promised, LocalDate today) {
        long ahead = DAYS.between(today, promised);
        return ahead >= 0 && ahead < DAYS_AHEAD;
    }
}
