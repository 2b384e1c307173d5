package centralcommand.command.server.handoff;

import centralcommand.command.contract.handoff.HandoffCommand;
import centralcommand.command.contract.handoff.HandoffCommand.AcceptHandoff;
import centralcommand.command.contract.handoff.HandoffCommand.ConfirmHandoff;
import centralcommand.command.contract.handoff.HandoffCommand.ContestHandoff;
import centralcommand.command.contract.handoff.HandoffCommand.DeclineHandoff;
import centralcommand.command.contract.handoff.HandoffCommand.DeliverHandoff;
import centralcommand.command.contract.handoff.HandoffCommand.RenegotiateHandoff;
import centralcommand.command.contract.handoff.HandoffCommand.RequestHandoff;
import centralcommand.command.contract.handoff.HandoffEvent;
import centralcommand.command.server.decision.Context;
import centralcommand.command.server.directory.Streams;
import centralcommand.command.server.dispatch.Decisions;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** One hand-off, in the stream {@code handoff/<id>}. */
@Aggregate(commandTargetResolver = "commandTargets", cache = "aggregateCache")
class HandoffAggregate {
    @AggregateIdentifier
    private @Nullable String stream;

    private Handoff state = Handoff.NONE;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RequestHandoff command, Context context) {
        run(command, context);
    }

    @CommandHandler
    void handle(AcceptHandoff command, Context context) {
        run(command, context);
    }

    @CommandHandler
    void handle(DeclineHandoff command, Context context) {
        run(command, context);
    }

    @CommandHandler
    void handle(RenegotiateHandoff command, Context context) {
        run(command, context);
    }

    @CommandHandler
    void handle(DeliverHandoff command, Context context) {
        run(command, context);
    }

    @CommandHandler
    void handle(ContestHandoff command, Context context) {
        run(command, context);
    }

    @CommandHandler
    void handle(ConfirmHandoff command, Context context) {
        run(command, context);
    }

    private void run(HandoffCommand command, Context context) {
        Decisions.apply(HandoffRules.decide(state, command, context), context);
    }

    @EventSourcingHandler
    void on(HandoffEvent event, @SequenceNumber long sequence) {
        stream = Streams.of(event.handoffId());
        state = state.evolve(event, sequence);
    }
}
