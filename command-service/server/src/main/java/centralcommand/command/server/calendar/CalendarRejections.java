package centralcommand.command.server.calendar;

import centralcommand.command.contract.calendar.ClosureId;
import centralcommand.command.contract.shared.Provenance.Marking;
import centralcommand.command.contract.shared.Rejection;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

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

    static Rejection tooLong(LocalDate first, LocalDate last) {
        return Rejection.rule(
                "CLOSURE_TOO_LONG",
                "From %s to %s is more than a year. No agency closed for so long yet: look for a wrong year, or declare each year of its own."
                        .formatted(first, last),
                "last");
    }

    static Rejection openForTooLong(LocalDate first, LocalDate statedOn) {
        return Rejection.rule(
                "CLOSURE_TOO_LONG",
                "It began on %s, more than a year before it was stated, on %s, and has no end. No lapse lasted for so long yet: look for a wrong year, or give its last day."
                        .formatted(first, statedOn),
                "first");
    }

    static Rejection longOver(LocalDate last, LocalDate statedOn) {
        return Rejection.rule(
                "CLOSURE_LONG_OVER",
                "Its last day, %s, was more than %d years before it was stated, on %s: every clock that it could have stopped has run out. Look for a wrong year; if it was stated at that time, give that day as statedOn."
                        .formatted(last, DaysOff.YEARS_OVER, statedOn),
                "last");
    }

    static Rejection overlaps(LocalDate first, @Nullable LocalDate last, String reason) {
        return Rejection.rule(
                "CLOSURE_OVERLAPS",
                "The same days are closed already, %s (%s). %s"
                        .formatted(
                                last == null
                                        ? "from " + first + " until its end is known"
                                        : "from " + first + " to " + last,
                                reason,
                                last == null ? "End that one first." : "Declare only the days that are not."),
                "first");
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
