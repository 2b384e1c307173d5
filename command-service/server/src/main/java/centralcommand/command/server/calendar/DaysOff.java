package centralcommand.command.server.calendar;

import static centralcommand.command.server.decision.CommonRejections.idTaken;
import static centralcommand.command.server.decision.CommonRejections.statedInFuture;
import static centralcommand.command.server.decision.CommonRejections.unknownAgency;
import static centralcommand.command.server.decision.CommonRejections.unknownClosure;
import static centralcommand.command.server.decision.Decision.accept;
import static centralcommand.command.server.decision.Decision.acceptIfNothingElseHappened;
import static centralcommand.command.server.decision.Decision.nothingToDo;
import static centralcommand.command.server.decision.Decision.reject;

import centralcommand.command.contract.calendar.CalendarCommand;
import centralcommand.command.contract.calendar.CalendarCommand.DeclareClosure;
import centralcommand.command.contract.calendar.CalendarCommand.EndClosure;
import centralcommand.command.contract.calendar.CalendarEvent;
import centralcommand.command.contract.calendar.CalendarEvent.ClosureDeclared;
import centralcommand.command.contract.calendar.CalendarEvent.ClosureEnded;
import centralcommand.command.contract.shared.Provenance;
import centralcommand.command.contract.shared.Provenance.Marking;
import centralcommand.command.server.decision.Context;
import centralcommand.command.server.decision.Decision;
import java.time.LocalDate;

/** Days without work: declared with their end, or open until it is known. */
sealed interface DaysOff {
    /** After so many years no clock runs any more that days without work could have stopped. */
    int YEARS_OVER = 2;

    /** Nobody has declared them. */
    record Undeclared() implements DaysOff {}

    /** The end is not known. */
    record Open(LocalDate first) implements DaysOff {}

    /** @param last as it was declared, or as the end was recorded later */
    record Over(LocalDate last) implements DaysOff {}

    static Decision decide(DaysOff state, CalendarCommand command, Context context) {
        return switch (command) {
            case DeclareClosure c -> declare(state, c, context);
            case EndClosure c -> end(state, c, context);
        };
    }

    static DaysOff evolve(DaysOff state, CalendarEvent event) {
        return switch (event) {
            case ClosureDeclared e -> e.last() == null ? new Open(e.first()) : new Over(e.last());
            case ClosureEnded e -> new Over(e.last());
        };
    }

    /** One of all agencies may overlap one of a single agency: a day on which nobody works for two reasons is one day without work. */
    private static Decision declare(DaysOff state, DeclareClosure c, Context context) {
        Provenance provenance = c.stated().provenance(context.today());
        if (c.agency() != null && context.directory().organizationOf(c.agency()) == null) {
            return reject(unknownAgency(c.agency(), "agency"));
        }
        if (!(state instanceof Undeclared)
                || context.directory().kindOf(c.closureId().value()) != null) {
            return reject(idTaken(c.closureId().value(), "closureId"));
        }
        if (provenance.statedOn().isAfter(context.today())) {
            return reject(statedInFuture(provenance.statedOn(), context.today()));
        }
        if (provenance.marking() != Marking.NONE) {
            return reject(CalendarRejections.marked(provenance.marking()));
        }
        LocalDate statedOn = provenance.statedOn();
        if (c.last() == null && c.first().isBefore(statedOn.minusYears(1))) {
            return reject(CalendarRejections.openForTooLong(c.first(), statedOn));
        }
        if (c.last() != null && !c.last().isBefore(c.first().plusYears(1))) {
            return reject(CalendarRejections.tooLong(c.first(), c.last()));
        }
        if (c.last() != null && c.last().isBefore(statedOn.minusYears(YEARS_OVER))) {
            return reject(CalendarRejections.longOver(c.last(), statedOn));
        }
        var other = context.directory().closureOverlapping(c.agency(), c.first(), c.last(), context.today());
        if (other != null) {
            return reject(CalendarRejections.overlaps(other.first(), other.last(), other.reason()));
        }
        return acceptIfNothingElseHappened(
                new ClosureDeclared(c.closureId(), c.agency(), c.kind(), c.first(), c.last(), c.reason(), provenance));
    }

    private static Decision end(DaysOff state, EndClosure c, Context context) {
        return switch (state) {
            case Undeclared() -> reject(unknownClosure(c.closureId()));
            case Over(var last) when last.equals(c.last()) -> nothingToDo();
            case Over(var last) -> reject(CalendarRejections.notOpen(c.closureId(), last));
            case Open(var first)
            when c.last().isBefore(first) -> reject(CalendarRejections.endsBeforeItBegins(first, c.last()));
            case Open _
            when c.last().isAfter(context.today()) ->
                reject(CalendarRejections.endsInFuture(c.last(), context.today()));
            case Open _ -> accept(new ClosureEnded(c.closureId(), c.last()));
        };
    }
}
