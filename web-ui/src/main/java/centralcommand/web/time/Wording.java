package centralcommand.web.time;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How days, moments and numbers are written on every page; in templates {@code @wording}. An absent value is written "none". */
@Component
public class Wording {

    public static final ZoneId WASHINGTON = ZoneId.of("America/New_York");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("MMM d, uuuu, h:mm a z", Locale.US).withZone(WASHINGTON);

    /** "Jun 30, 2026". */
    public String day(@Nullable LocalDate day) {
        return day == null ? "none" : DAY.format(day);
    }

    /** "Nov 23, 2026, 1:45 PM EST". */
    public String moment(@Nullable Instant moment) {
        return moment == null ? "none" : MOMENT.format(moment);
    }

    /** "1,399". */
    public String count(@Nullable Number number) {
        return number == null
                ? "none"
                : NumberFormat.getNumberInstance(Locale.US).format(number);
    }

    /** "1 day", "1,399 days", "-3 days". */
    public String days(@Nullable Number days) {
        return days == null ? "none" : count(days) + (Math.abs(days.longValue()) == 1 ? " day" : " days");
    }

    /** "USD 848,860,000", "USD 5.10": cents only where there are some. */
    public String money(@Nullable BigDecimal amount, String currency) {
        if (amount == null) {
            return "no amount";
        }
        var format = NumberFormat.getNumberInstance(Locale.US);
        format.setMinimumFractionDigits(amount.stripTrailingZeros().scale() > 0 ? 2 : 0);
        return currency + " " + format.format(amount);
    }

    /** The point in time in words, for the banner that says the page shows the past. */
    public String past(PointInTime at) {
        String recorded = at.asOf() == null ? "" : "what was recorded by " + spoken(at.asOf());
        String stated = at.statedBy() == null ? "" : "only what was stated by " + spoken(at.statedBy());
        String both = recorded.isEmpty() || stated.isEmpty() ? recorded + stated : recorded + ", and of that " + stated;
        if (at.viewAs() == null) {
            return both;
        }
        String eyes = "as " + at.viewAs().toUpperCase(Locale.ROOT).replace('_', ' ') + " sees it";
        return both.isEmpty() ? eyes : both + ", " + eyes;
    }

    private String spoken(String point) {
        if (point.chars().allMatch(Character::isDigit)) {
            return "position " + point;
        }
        try {
            return point.contains("T") ? moment(Instant.parse(point)) : "the end of " + day(LocalDate.parse(point));
        } catch (DateTimeParseException notOurs) {
            return "\"" + point + "\""; // The query service decides whether it can be read; the banner only repeats it.
        }
    }
}
