package centralcommand.command.server.funding;

import centralcommand.command.contract.funding.FundingRecorded;
import centralcommand.command.contract.funding.RecordFunding;
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

/** One funding line, in the stream {@code funding/<id>}. */
@Aggregate(commandTargetResolver = "commandTargets", cache = "aggregateCache")
class FundingAggregate {
    @AggregateIdentifier
    private @Nullable String stream;

    private Funding state = new Funding.Unknown();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordFunding command, Context context) {
        Decisions.apply(Funding.decide(state, command, context), context);
    }

    @EventSourcingHandler
    void on(FundingRecorded event) {
        stream = Streams.of(event.fundingId());
        state = Funding.evolve(state, event);
    }
}
