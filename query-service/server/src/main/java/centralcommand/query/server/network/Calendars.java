package centralcommand.query.server.network;

import centralcommand.command.contract.calendar.CalendarEvent.ClosureDeclared;
import centralcommand.command.contract.shared.Agency;
import centralcommand.query.server.portfolio.Portfolio;
import centralcommand.schedule.calendar.Closure;
import centralcommand.schedule.calendar.WorkCalendar;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The days on which each agency works: without federal holidays, closures of all, and its own. */
public final class Calendars {
    private static final int MOST_KEPT = 32;

    /** A calendar of two centuries takes some milliseconds to lay out, and closures are few. */
    private static final Map<List<Closure>, WorkCalendar> KEPT = new LinkedHashMap<>(MOST_KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Closure>, WorkCalendar> eldest) {
            return size() > MOST_KEPT;
        }
    };

    private final List<Closed> closed;
    private final Map<Agency, WorkCalendar> calendars = new HashMap<>();

    /** @param agency all where absent */
    private record Closed(@Nullable Agency agency, Closure closure) {}

    private Calendars(List<Closed> closed) {
        this.closed = closed;
    }

    /** @param today a lapse whose end is not known lasts until then */
    public static Calendars of(Portfolio portfolio, LocalDate today) {
        return new Calendars(portfolio.closures().stream()
                .flatMap(closure -> closed(closure.event(), portfolio.lastDayOf(closure), today).stream())
                .toList());
    }

    private static Optional<Closed> closed(ClosureDeclared declared, @Nullable LocalDate end, LocalDate today) {
        LocalDate last = end == null ? today : end;
        return last.isBefore(declared.first())
                ? Optional.empty()
                : Optional.of(new Closed(declared.agency(), new Closure(declared.first(), last, declared.reason())));
    }

    public synchronized WorkCalendar of(Agency agency) {
        return calendars.computeIfAbsent(
                agency,
                key -> calendar(closed.stream()
                        .filter(each -> each.agency() == null || each.agency().equals(agency))
                        .map(Closed::closure)
                        .toList()));
    }

    private static WorkCalendar calendar(List<Closure> closures) {
        synchronized (KEPT) {
            return KEPT.computeIfAbsent(closures, WorkCalendar::federal);
        }
    }

    boolean isSameAs(Calendars other) {
        return closed.equals(other.closed);
    }
}
