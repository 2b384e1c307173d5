package centralcommand.command.server.dispatch;

import centralcommand.command.contract.shared.Authorship;
import centralcommand.command.contract.shared.Washington;
import centralcommand.command.server.decision.Actor;
import centralcommand.command.server.decision.History;
import centralcommand.command.server.directory.Fact;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;

/** Axon's fixture with what handlers are given when the service runs: targets, context, and refusals in place of Axon's own failures. */
public final class Fixtures {
    private Fixtures() {}

    public static <T> FixtureConfiguration<T> of(Class<T> aggregate, History history) {
        return new AggregateTestFixture<>(aggregate)
                .registerCommandTargetResolver(new CommandTargets())
                .registerParameterResolverFactory(contexts(history))
                .registerCommandHandlerInterceptor(new AuthorizationInterceptor())
                .registerCommandHandlerInterceptor(new UnknownAggregateInterceptor());
    }

    public static Contexts contexts(History history) {
        Clock clock =
                Clock.fixed(History.TODAY.atTime(12, 0).atZone(Washington.ZONE).toInstant(), Washington.ZONE);
        return new Contexts(clock, history::directory);
    }

    public static Map<String, String> by(Actor actor) {
        return new Authorship(actor.subject(), actor.agency(), List.copyOf(actor.roles()), "command-1", "test")
                .toMetadata();
    }

    public static List<Object> events(List<Fact> facts) {
        return facts.stream().<Object>map(Fact::event).toList();
    }
}
