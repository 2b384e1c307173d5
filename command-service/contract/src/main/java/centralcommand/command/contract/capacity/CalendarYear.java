package centralcommand.command.contract.capacity;

import org.jspecify.annotations.Nullable;

/** Calendar years that a figure can be about. */
final class CalendarYear {
    private CalendarYear() {}

    static void require(@Nullable Integer year) {
        if (year != null && (year < 1900 || year > 2200)) {
            throw new IllegalArgumentException("year is " + year + ": give a calendar year from 1900 to 2200.");
        }
    }
}
