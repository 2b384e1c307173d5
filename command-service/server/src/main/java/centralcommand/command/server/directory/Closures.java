package centralcommand.command.server.directory;

import centralcommand.command.contract.calendar.CalendarEvent.ClosureDeclared;
import centralcommand.command.contract.calendar.CalendarEvent.ClosureEnded;
import centralcommand.command.contract.calendar.ClosureId;
import centralcommand.command.contract.shared.Agency;
import centralcommand.schedule.calendar.Calendars;
import centralcommand.schedule.calendar.Closure;
import centralcommand.schedule.calendar.WorkCalendar;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Days without work, as the czar's office declared them. */
record Closures(Map<ClosureId, Closed> declared) {
    static final Closures NONE = new Closures(HashMap.empty());

    /** One of the same agency, or of all where both are of all, with a day in common; a lapse without an end has closed the days up to today. */
    @Nullable
    Closed overlapping(@Nullable Agency agency, LocalDate first, @Nullable LocalDate last, LocalDate today) {
        Closed asked = new Closed(agency, first, last, "");
        return declared.values()
                .toJavaStream()
                .filter(closed -> Objects.equals(closed.agency(), agency))
                .filter(closed -> closed.meets(asked, today))
                .min(Comparator.comparing(Closed::first))
                .orElse(null);
    }

    Closures evolve(Fact fact) {
        return switch (fact.event()) {
            case ClosureDeclared e ->
                new Closures(declared.put(e.closureId(), new Closed(e.agency(), e.first(), e.last(), e.reason())));
            case ClosureEnded e ->
                new Closures(declared.computeIfPresent(
                                e.closureId(),
                                (id, closed) -> new Closed(closed.agency(), closed.first(), e.last(), closed.reason()))
                        ._2);
            default -> this;
        };
    }

    WorkCalendar calendarOf(Agency agency, LocalDate today) {
        return Calendars.federal(declared.values()
                .toJavaStream()
                .filter(closed -> closed.binds(agency))
                .map(closed -> Closure.asOf(today, closed.first(), closed.last(), closed.reason()))
                .flatMap(Optional::stream)
                .toList());
    }
}
