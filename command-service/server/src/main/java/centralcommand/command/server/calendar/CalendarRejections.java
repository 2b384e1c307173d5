package centralcommand.command.server.calendar;

import centralcommand.command.contract.calendar.ClosureId;
import centralcommand.command.contract.shared.Provenance.Marking;
import centralcommand.command.contract.shared.Rejection;
import java.time.LocalDate;

/** Refusals about days without work, in order of precedence; those that other features share are in {@code CommonRejections}. */
final class CalendarRejections {
    private CalendarRejections() {}

    static Rejection marked(Marking marking) {
        return Rejection.rule(
                "CLOSURE_MARKED",
                "A closure stops clocks that everybody sees, so it cannot be kept from some as %s. Leave the marking out."
                        .formatted(marking),
                "marking");
    }

    static Rejection notOpen(ClosureId id, LocalDate last) {
        return Rejection.rule(
                "CLOSURE_NOT_OPEN",
                "Closure \"%s\" has its end already: %s was its last day without work. Declare another one if more days were closed."
                        .formatted(id, last),
                "closureId");
    }

    static Rejection endsBeforeItBegins(LocalDate first, LocalDate last) {
        return Rejection.rule(
                "CLOSURE_ENDS_BEFORE_IT_BEGINS",
                "It began on %s, so %s cannot have been its last day without work. Give that day or a later one."
                        .formatted(first, last),
                "last");
    }

    static Rejection endsInFuture(LocalDate last, LocalDate today) {
        return Rejection.rule(
                "CLOSURE_ENDS_IN_FUTURE",
                "%s is after today, %s in Washington, and nobody knows yet whether it will be the last day without work. End it when work has begun again."
                        .formatted(last, today),
                "last");
    }
}
