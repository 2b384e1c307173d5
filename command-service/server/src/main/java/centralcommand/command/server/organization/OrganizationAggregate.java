package centralcommand.command.server.organization;

import centralcommand.command.contract.organization.OrganizationRegistered;
import centralcommand.command.contract.organization.RegisterOrganization;
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

/** One body, in the stream {@code organization/<id>}. */
@Aggregate(commandTargetResolver = "commandTargets", cache = "aggregateCache")
class OrganizationAggregate {
    @AggregateIdentifier
    private @Nullable String stream;

    private Organization state = new Organization.Unknown();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RegisterOrganization command, Context context) {
        Decisions.apply(Organization.decide(state, command, context), context);
    }

    @EventSourcingHandler
    void on(OrganizationRegistered event) {
        stream = Streams.of(event.organizationId());
        state = Organization.evolve(state, event);
    }
}
