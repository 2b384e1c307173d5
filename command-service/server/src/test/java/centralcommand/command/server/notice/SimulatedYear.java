package centralcommand.command.server.notice;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the year is expected to bring, counted day by day on the fingers: it shares no code with the service. The holidays are copied from OPM's
 * list of observed days, not worked out.
 */
final class SimulatedYear {
    private static final Set<LocalDate> HOLIDAYS = days(
            "2025-09-01 2025-10-13 2025-11-11 2025-11-27 2025-12-25 2026-01-01 2026-01-19 2026-02-16 2026-05-25 2026-06-19 2026-07-03");

    /** @param end unknown while null */
    private record Closed(
            @Nullable String agency,
            LocalDate first,
            @Nullable LocalDate end) {}

    private static final class Line {
        final String program;
        final LocalDate promised;
        boolean reached;

        @Nullable
        LocalDate pausedOn;

        Line(String program, LocalDate promised) {
            this.program = program;
            this.promised = promised;
        }
    }

    private final Map<String, String> agencies = new HashMap<>();
    private final Map<String, Boolean> active = new HashMap<>();
    private final Map<String, Line> lines = new TreeMap<>();
    private final Map<String, Closed> closures = new HashMap<>();
    private final Map<String, List<LocalDate>> notices = new TreeMap<>();

    private static Set<LocalDate> days(String days) {
        return Set.copyOf(
                List.of(days.split(" ")).stream().map(LocalDate::parse).toList());
    }

    void program(String id, String agency) {
        agencies.put(id, agency);
        active.put(id, true);
    }

    void active(String program, boolean is) {
        active.put(program, is);
    }

    void promise(String program, String milestone, LocalDate lastDay) {
        lines.put(milestone, new Line(program, lastDay));
    }

    void reached(String milestone) {
        line(milestone).reached = true;
    }

    void paused(String milestone, LocalDate on) {
        line(milestone).pausedOn = on;
    }

    void resumed(String milestone) {
        line(milestone).pausedOn = null;
    }

    void closed(String id, @Nullable String agency, LocalDate first, @Nullable LocalDate last) {
        closures.put(id, new Closed(agency, first, last));
    }

    void opened(String id, LocalDate last) {
        Closed closed = Objects.requireNonNull(closures.get(id));
        closures.put(id, new Closed(closed.agency(), closed.first(), last));
    }

    private Line line(String milestone) {
        return Objects.requireNonNull(lines.get(milestone));
    }

    private boolean isWorked(LocalDate day, String agency) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !HOLIDAYS.contains(day)
                && closures.values().stream()
                        .filter(closed ->
                                closed.agency() == null || closed.agency().equals(agency))
                        .noneMatch(closed ->
                                !day.isBefore(closed.first()) && (closed.end() == null || !day.isAfter(closed.end())));
    }

    /** The system looks. */
    void look(LocalDate today) {
        lines.forEach((milestone, line) -> {
            if (!active.getOrDefault(line.program, false) || line.reached) {
                return;
            }
            LocalDate pausedOn = line.pausedOn;
            boolean stands = pausedOn != null && !today.isAfter(pausedOn.plusMonths(3));
            if (pausedOn != null && !stands) {
                give("lapsed:" + milestone + ":" + pausedOn.plusMonths(3), today);
            }
            int worked = 0;
            for (LocalDate day = line.promised.plusDays(1); !day.isAfter(today) && worked < 5; day = day.plusDays(1)) {
                worked += isWorked(day, agencies.getOrDefault(line.program, "")) ? 1 : 0;
            }
            if (worked == 5 && !stands) {
                give("missed:" + milestone + ":" + line.promised, today);
            }
        });
    }

    private void give(String notice, LocalDate today) {
        notices.computeIfAbsent(notice, key -> new ArrayList<>(List.of(today)));
    }

    /** Days on which each notice is given; each once. */
    Map<String, List<LocalDate>> notices() {
        return notices;
    }
}
