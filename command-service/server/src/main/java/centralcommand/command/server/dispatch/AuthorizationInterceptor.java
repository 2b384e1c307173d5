package centralcommand.command.server.dispatch;

import static java.util.stream.Collectors.toUnmodifiableMap;

import centralcommand.command.contract.catalog.CommandCatalog;
import centralcommand.command.contract.catalog.CommandCatalog.CommandType;
import centralcommand.command.contract.shared.Role;
import centralcommand.command.server.decision.Actor;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Lets a command through only from who may send it at all; whether they may send this one is for the rules to say. */
final class AuthorizationInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {
    private static final Set<Role> OF_AGENCIES = EnumSet.of(Role.AGENCY_STAFF, Role.AGENCY_APPROVER);
    private static final Map<Class<?>, CommandType> TYPES = Stream.concat(
                    CommandCatalog.COMMANDS.stream(), CommandCatalog.NOTICES.stream())
            .collect(toUnmodifiableMap(CommandType::type, Function.identity()));

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        CommandMessage<?> message = unitOfWork.getMessage();
        CommandType type = Objects.requireNonNull(
                TYPES.get(message.getPayloadType()), "A command without a name in the catalog cannot be sent.");
        Actor actor = CommandMetadata.actor(message.getMetaData());
        if (type.roles().stream().noneMatch(actor::has)) {
            throw Decisions.refusal(DispatchRejections.roleMissing(type.name(), type.roles()));
        }
        if (actor.agency() == null && type.roles().stream().filter(actor::has).allMatch(OF_AGENCIES::contains)) {
            throw Decisions.refusal(DispatchRejections.agencyMissing(type.name()));
        }
        return chain.proceed();
    }
}
