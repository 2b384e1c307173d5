package centralcommand.web.desk;

import centralcommand.command.contract.shared.Days;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Days as they come out of a form: {@code 2027-06-30} from a date field, {@code 6/30/2027} where a browser has none. */
public final class TypedDay {
    private static final Pattern AMERICAN = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");

    private TypedDay() {}

    /** The day; absent where the text is none, or is one that nobody means. */
    public static Optional<LocalDate> of(String text) {
        var american = AMERICAN.matcher(text);
        try {
            LocalDate day = american.matches()
                    ? LocalDate.of(number(american.group(3)), number(american.group(1)), number(american.group(2)))
                    : LocalDate.parse(text);
            return Optional.of(Days.required("date", day));
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
