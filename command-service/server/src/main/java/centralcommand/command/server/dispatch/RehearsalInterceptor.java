package centralcommand.command.server.dispatch;

import centralcommand.ledger.axon.CommitContext;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Has the unit of work of a rehearsed command rolled back instead of recorded. */
final class RehearsalInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        if (CommandMetadata.rehearsal(unitOfWork.getMessage().getMetaData())) {
            CommitContext.rehearse();
        }
        return chain.proceed();
    }
}
