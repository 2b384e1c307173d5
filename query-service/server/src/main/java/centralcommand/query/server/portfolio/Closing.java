package centralcommand.query.server.portfolio;

import centralcommand.command.contract.calendar.CalendarEvent;
import centralcommand.command.contract.calendar.CalendarEvent.ClosureDeclared;
import centralcommand.command.contract.calendar.CalendarEvent.ClosureEnded;
import centralcommand.command.contract.shared.Agency;
import centralcommand.schedule.calendar.Closure;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Days without work as they stand.
 *
 * @param last absent while the end is not known
 */
public record Closing(
        Fact<ClosureDeclared> declared, @Nullable LocalDate last) {

    /** Nothing where only the end is on file: its declaration was stated later than what is looked at. */
    static Optional<Closing> of(List<Fact<CalendarEvent>> standing) {
        Fact<ClosureDeclared> declared = null;
        LocalDate ended = null;
        for (Fact<CalendarEvent> fact : standing) {
            switch (fact.event()) {
                case ClosureDeclared e -> declared = fact.carrying(e);
                case ClosureEnded e -> ended = e.last();
            }
        }
        return declared == null
                ? Optional.empty()
                : Optional.of(
                        new Closing(declared, ended == null ? declared.event().last() : ended));
    }

    boolean binds(Agency agency) {
        Agency closed = declared.event().agency();
        return closed == null || closed.equals(agency);
    }

    /** Whether its end is not known and it has begun. */
    boolean isOpenOn(LocalDate day) {
        return last == null && !declared.event().first().isAfter(day);
    }

    Optional<Closure> asOf(LocalDate today) {
        return Closure.asOf(
                today, declared.event().first(), last, declared.event().reason());
    }
}
