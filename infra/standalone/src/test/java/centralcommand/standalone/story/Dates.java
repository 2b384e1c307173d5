package centralcommand.standalone.story;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days that follow from the day on which the tests run: the product takes no forecast of the past. */
final class Dates {
    static final ZoneId WASHINGTON = ZoneId.of("America/New_York");
    static final LocalDate TODAY = LocalDate.now(Clock.system(WASHINGTON));
    static final String IN_HALF_A_YEAR = TODAY.plusDays(182).toString();

    private Dates() {}
}
