package centralcommand.command.contract.calendar;

import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Event;
import centralcommand.command.contract.shared.Provenance;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** All that is ever said of days without work. */
public sealed interface CalendarEvent extends Event {

    ClosureId closureId();

    /**
     * Nobody of the agency works on these days.
     *
     * @param agency all where absent
     * @param last absent while the end is not known
     */
    record ClosureDeclared(
            ClosureId closureId,
            @Nullable Agency agency,
            ClosureKind kind,
            LocalDate first,
            @Nullable LocalDate last,
            String reason,
            Provenance provenance)
            implements CalendarEvent, Event.Entry {}

    /** Work began again after that day. */
    record ClosureEnded(ClosureId closureId, LocalDate last) implements CalendarEvent {}
}
