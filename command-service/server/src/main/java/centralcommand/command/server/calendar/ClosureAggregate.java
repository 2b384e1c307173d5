package centralcommand.command.server.calendar;

import centralcommand.command.contract.calendar.CalendarCommand;
import centralcommand.command.contract.calendar.CalendarCommand.DeclareClosure;
import centralcommand.command.contract.calendar.CalendarCommand.EndClosure;
import centralcommand.command.contract.calendar.CalendarEvent;
import centralcommand.command.server.decision.Context;
import centralcommand.command.server.directory.Streams;
import centralcommand.command.server.dispatch.Decisions;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** One closure, in the stream {@code closure/<id>}. */
@Aggregate(commandTargetResolver = "commandTargets", cache = "aggregateCache")
class ClosureAggregate {
    @AggregateIdentifier
    private @Nullable String stream;

    private DaysOff state = new DaysOff.Undeclared();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DeclareClosure command, Context context) {
        run(command, context);
    }

    @CommandHandler
    void handle(EndClosure command, Context context) {
        run(command, context);
    }

    private void run(CalendarCommand command, Context context) {
        Decisions.apply(DaysOff.decide(state, command, context), context);
    }

    @EventSourcingHandler
    void on(CalendarEvent event) {
        stream = Streams.of(event.closureId());
        state = DaysOff.evolve(state, event);
    }
}
