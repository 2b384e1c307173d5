package centralcommand.command.server.dispatch;

import centralcommand.command.contract.shared.Event;
import centralcommand.command.contract.shared.Rejection;
import centralcommand.command.server.decision.Context;
import centralcommand.command.server.decision.Decision;
import centralcommand.command.server.decision.Decision.Accepted;
import centralcommand.command.server.decision.Decision.Rejected;
import centralcommand.command.server.decision.Decision.Reliance;
import centralcommand.ledger.axon.CommitContext;
import java.util.List;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.modelling.command.AggregateLifecycle;

/** Carries out what a rule decided, in the unit of work of its command. */
public final class Decisions {
    private Decisions() {}

    /** Applies what was accepted to the aggregate whose handler is running. @throws CommandExecutionException with the rejection as details */
    public static void apply(Decision decision, Context context) {
        Long version = AggregateLifecycle.getVersion();
        accepted(decision, context, version == null ? -1 : version).forEach(AggregateLifecycle::apply);
    }

    /**
     * The events that were accepted, to be applied to their aggregates.
     *
     * @param version of the record that the command is about
     * @throws CommandExecutionException with the rejection as details
     */
    public static List<Event> accepted(Decision decision, Context context, long version) {
        return switch (decision.ifStillAt(context.expectedVersion(), version)) {
            case Accepted accepted -> {
                if (accepted.reliance() == Reliance.WHOLE_LEDGER) {
                    CommitContext.expectedHead(context.directory().position());
                }
                yield accepted.events();
            }
            case Rejected rejected -> throw refusal(rejected.rejection());
        };
    }

    public static CommandExecutionException refusal(Rejection rejection) {
        return new CommandExecutionException(rejection.sentence(), null, rejection);
    }
}
