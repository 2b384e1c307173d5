package centralcommand.schedule.calendar;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Federal calendars that were made before. To make one takes some milliseconds and a megabyte, and a ledger has few different ones at a time:
 * those of the agencies as of today, and of the days that somebody looks back at.
 */
public final class Calendars {
    private static final int MOST = 32;

    private static final Map<List<Closure>, WorkCalendar> MADE = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Closure>, WorkCalendar> eldest) {
            return size() > MOST;
        }
    };

    private Calendars() {}

    /** Monday to Friday without federal holidays and without these closures, in whatever order they come. */
    public static WorkCalendar federal(Collection<Closure> closures) {
        var key = closures.stream()
                .distinct()
                .sorted(Comparator.comparing(Closure::first)
                        .thenComparing(Closure::last)
                        .thenComparing(Closure::reason))
                .toList();
        synchronized (MADE) {
            return MADE.computeIfAbsent(key, WorkCalendar::federal);
        }
    }
}
