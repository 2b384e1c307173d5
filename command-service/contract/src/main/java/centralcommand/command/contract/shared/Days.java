package centralcommand.command.contract.shared;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Bounds on days that people type: a slip of the keyboard in the year is caught at the door, and no arithmetic runs out of the calendar. */
public final class Days {
    public static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    public static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    private Days() {}

    /** Returns the day, possibly absent. @throws IllegalArgumentException if it is outside {@link #FIRST} to {@link #LAST} */
    public static @Nullable LocalDate optional(String name, @Nullable LocalDate day) {
        return day == null ? null : required(name, day);
    }

    /** Returns the day. @throws IllegalArgumentException if it is outside {@link #FIRST} to {@link #LAST} */
    public static LocalDate required(String name, LocalDate day) {
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw new IllegalArgumentException(
                    name + " is " + day + ": give a day from " + FIRST + " to " + LAST + ".");
        }
        return day;
    }

    /** Returns the month. @throws IllegalArgumentException if it is outside {@link #FIRST} to {@link #LAST} */
    public static YearMonth required(String name, YearMonth month) {
        required(name, month.atDay(1));
        return month;
    }
}
