package centralcommand.schedule.calendar;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /**
     * A closure as far as it goes on a day. One whose end is not known closes the days up to that day and no later one: clocks stand still
     * while it lasts, and what is counted forward assumes that work begins again on the next day, instead of never.
     *
     * @param last absent while the end is not known
     * @return nothing if it has no known end and has not begun
     */
    public static Optional<Closure> asOf(LocalDate today, LocalDate first, @Nullable LocalDate last, String reason) {
        if (last != null) {
            return Optional.of(new Closure(first, last, reason));
        }
        return first.isAfter(today) ? Optional.empty() : Optional.of(new Closure(first, today, reason));
    }

    boolean includes(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
