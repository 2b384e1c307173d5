package centralcommand.schedule.calendar;

import java.time.LocalDate;

/**
 * Days, the first and the last included, on which an agency does not work although they are no holidays: an executive order closes the
 * departments, or appropriations have lapsed.
 *
 * @param reason for people, with its source
 */
public record Closure(LocalDate first, LocalDate last, String reason) {
    public Closure {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("A closure from %s ends before that, on %s.".formatted(first, last));
        }
    }

    boolean includes(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
