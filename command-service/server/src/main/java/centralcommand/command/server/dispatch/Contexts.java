package centralcommand.command.server.dispatch;

import centralcommand.command.contract.shared.Washington;
import centralcommand.command.server.decision.Context;
import centralcommand.command.server.directory.Directory;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.time.Clock;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Gives command handlers the context of their command. It is made when a handler is called, after its aggregate was loaded, so that
 * the directory is never older than the stream that is decided on.
 */
public final class Contexts implements ParameterResolverFactory {
    private final Clock clock;
    private final Supplier<Directory> directory;

    public Contexts(Clock clock, Supplier<Directory> directory) {
        this.clock = clock;
        this.directory = directory;
    }

    /** The context of the command that is being carried out; for handlers that load aggregates themselves, to be asked after that. */
    public Context current() {
        return of(CurrentUnitOfWork.get().getMessage());
    }

    private Context of(Message<?> command) {
        return new Context(
                Washington.today(clock),
                CommandMetadata.actor(command.getMetaData()),
                CommandMetadata.expectedVersion(command.getMetaData()),
                directory.get());
    }

    @Override
    public @Nullable ParameterResolver<Context> createInstance(
            Executable executable, Parameter[] parameters, int parameterIndex) {
        return Context.class.equals(parameters[parameterIndex].getType()) ? new Resolver() : null;
    }

    private final class Resolver implements ParameterResolver<Context> {
        @Override
        public Context resolveParameterValue(Message<?> message) {
            return of(message);
        }

        @Override
        public boolean matches(Message<?> message) {
            return message instanceof CommandMessage<?>;
        }
    }
}
