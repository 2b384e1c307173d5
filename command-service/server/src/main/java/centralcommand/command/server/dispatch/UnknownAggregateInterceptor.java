package centralcommand.command.server.dispatch;

import centralcommand.command.contract.calendar.CalendarCommand;
import centralcommand.command.contract.capacity.CapacityCommand;
import centralcommand.command.contract.handoff.HandoffCommand;
import centralcommand.command.contract.program.ProgramCommand;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.ScheduleCommand;
import centralcommand.command.contract.schedule.ScheduleCommand.ConfirmUnchanged;
import centralcommand.command.contract.schedule.ScheduleCommand.LinkMilestones;
import centralcommand.command.contract.shared.Rejection;
import centralcommand.command.server.decision.CommonRejections;
import centralcommand.command.server.directory.Streams;
import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;

/** Axon looks for the aggregate before any rule is asked; what it does not find is refused as a rule would refuse it. */
public final class UnknownAggregateInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        try {
            return chain.proceed();
        } catch (AggregateNotFoundException e) {
            throw Decisions.refusal(rejection(unitOfWork.getMessage().getPayload(), e));
        }
    }

    private static Rejection rejection(Object command, AggregateNotFoundException e) {
        return switch (command) {
            case ProgramCommand c -> CommonRejections.unknownProgram(c.programId(), "programId");
            case LinkMilestones c ->
                CommonRejections.unknownProgram(
                        c.programId(), c.to().programId() == null ? "from.programId" : "to.programId");
            case ScheduleCommand.OfProgram c -> CommonRejections.unknownProgram(c.programId(), "programId");
            case ConfirmUnchanged c -> unknownLine(c, String.valueOf(e.getAggregateIdentifier()));
            case CapacityCommand.PledgeCapacity c -> CommonRejections.unknownProgram(c.programId(), "programId");
            case CapacityCommand.ReportProduction c -> CommonRejections.unknownProgram(c.programId(), "programId");
            case HandoffCommand c -> CommonRejections.unknownHandoff(c.handoffId());
            case CalendarCommand c -> CommonRejections.unknownClosure(c.closureId());
            default -> throw e;
        };
    }

    private static Rejection unknownLine(ConfirmUnchanged command, String stream) {
        List<ProgramId> programs =
                command.lines().stream().map(ConfirmUnchanged.Line::programId).toList();
        for (int i = 0; i < programs.size(); i++) {
            if (Streams.of(programs.get(i)).equals(stream)) {
                return CommonRejections.unknownProgram(programs.get(i), "lines[%d].programId".formatted(i));
            }
        }
        throw new IllegalStateException("No line names " + stream);
    }
}
