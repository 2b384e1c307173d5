package centralcommand.command.server.capacity;

import centralcommand.command.contract.capacity.CapacityCommand.SetCapacityTarget;
import centralcommand.command.contract.capacity.CapacityEvent.CapacityTargetSet;
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

/** One national figure, in the stream {@code target/<id>}. */
@Aggregate(commandTargetResolver = "commandTargets", cache = "aggregateCache")
class TargetAggregate {
    @AggregateIdentifier
    private @Nullable String stream;

    private Target state = new Target.Unset();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SetCapacityTarget command, Context context) {
        Decisions.apply(Target.decide(state, command, context), context);
    }

    @EventSourcingHandler
    void on(CapacityTargetSet event) {
        stream = Streams.of(event.targetId());
        state = Target.evolve(state, event);
    }
}
