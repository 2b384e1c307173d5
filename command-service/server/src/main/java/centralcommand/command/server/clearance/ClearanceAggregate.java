package centralcommand.command.server.clearance;

import centralcommand.command.contract.clearance.ClearanceCommand.CertifyPeriod;
import centralcommand.command.contract.clearance.ClearanceCommand.CorrectEntry;
import centralcommand.command.contract.clearance.ClearanceCommand.ReleaseEntries;
import centralcommand.command.contract.clearance.ClearanceCommand.SetReleasePolicy;
import centralcommand.command.contract.clearance.ClearanceCommand.WithdrawEntry;
import centralcommand.command.contract.clearance.ClearanceEvent;
import centralcommand.command.contract.clearance.ClearanceEvent.EntriesReleased;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.server.decision.Context;
import centralcommand.command.server.directory.Streams;
import centralcommand.command.server.dispatch.Decisions;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** What one agency released, withdrew, corrected and certified, in the stream {@code clearance/<agency>}. Any of these may come first. */
@Aggregate(commandTargetResolver = "commandTargets", cache = "aggregateCache")
public class ClearanceAggregate {
    @AggregateIdentifier
    private @Nullable String stream;

    private Clearance state = Clearance.NONE;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReleaseEntries command, Context context) {
        Decisions.apply(Clearance.decide(state, sendersAgency(context), command, context), context);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(WithdrawEntry command, Context context) {
        Decisions.apply(Clearance.decide(state, sendersAgency(context), command, context), context);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CorrectEntry command, Context context) {
        Decisions.apply(Clearance.decide(state, sendersAgency(context), command, context), context);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SetReleasePolicy command, Context context) {
        Decisions.apply(Clearance.decide(state, command.agency(), command, context), context);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CertifyPeriod command, Context context) {
        Decisions.apply(Clearance.decide(state, command.agency(), command, context), context);
    }

    /** Records a release that another feature decided on. */
    public void release(EntriesReleased event) {
        AggregateLifecycle.apply(event);
    }

    @EventSourcingHandler
    void on(ClearanceEvent event) {
        stream = Streams.clearanceOf(event.agency());
        state = state.evolve(event);
    }

    /** Commands of accounts without an agency are refused before they get here. */
    private static Agency sendersAgency(Context context) {
        return Objects.requireNonNull(context.actor().agency());
    }
}
