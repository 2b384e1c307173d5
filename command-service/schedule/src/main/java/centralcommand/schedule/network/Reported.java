package centralcommand.schedule.network;

import java.time.LocalDate;

/** What the owner of an activity says of its end. */
public sealed interface Reported {
    /** The last day of it. */
    LocalDate finish();

    /** It is expected to end then, not earlier: what it waits for may still make it later. A day off stands as it is. */
    record Forecast(LocalDate finish) implements Reported {}

    /** It ended then, whatever it should have waited for. */
    record Actual(LocalDate finish) implements Reported {}
}
