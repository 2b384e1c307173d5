package centralcommand.command.server.dispatch;

import centralcommand.ledger.CommandKey;
import centralcommand.ledger.axon.CommitContext;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Stores the id of a command with the commit that carries it out, so that it is carried out once. */
final class CommandKeyInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        CommandKey key = CommandMetadata.key(unitOfWork.getMessage().getMetaData());
        if (key != null) {
            CommitContext.command(key);
        }
        return chain.proceed();
    }
}
