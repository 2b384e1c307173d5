package centralcommand.query.server.network;

import centralcommand.command.contract.shared.Agency;
import centralcommand.query.server.portfolio.Closing;
import centralcommand.query.server.portfolio.Portfolio;
import centralcommand.schedule.calendar.WorkCalendar;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The days on which each agency works, as far as is known on a day. */
public final class Calendars {
    private final Portfolio portfolio;
    private final List<Closing> closings;
    private final LocalDate today;
    private final Map<Agency, WorkCalendar> calendars = new HashMap<>();

    private Calendars(Portfolio portfolio, LocalDate today) {
        this.portfolio = portfolio;
        this.closings = portfolio.closures();
        this.today = today;
    }

    /** @param today a lapse whose end is not known lasts until then */
    public static Calendars of(Portfolio portfolio, LocalDate today) {
        return new Calendars(portfolio, today);
    }

    public synchronized WorkCalendar of(Agency agency) {
        return calendars.computeIfAbsent(agency, key -> portfolio.calendarOf(key, today));
    }

    /** An open lapse closes other days tomorrow than it did today. */
    boolean isSameAs(Calendars other) {
        return closings.equals(other.closings)
                && (today.equals(other.today) || closings.stream().allMatch(closing -> closing.last() != null));
    }
}
