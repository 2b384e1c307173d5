package centralcommand.command.server.program;

import centralcommand.command.contract.clearance.ClearanceEvent.EntriesReleased;
import centralcommand.command.contract.schedule.ScheduleCommand.ApproveBaseline;
import centralcommand.command.contract.schedule.ScheduleEvent;
import centralcommand.command.contract.shared.Event;
import centralcommand.command.server.clearance.ClearanceAggregate;
import centralcommand.command.server.decision.Context;
import centralcommand.command.server.decision.Decision;
import centralcommand.command.server.directory.Streams;
import centralcommand.command.server.dispatch.Contexts;
import centralcommand.command.server.dispatch.Decisions;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** An approver's approval releases the proposal in the same commit, so it writes to the program's stream and to the agency's. */
@Component
class ApproveBaselineHandler {
    private final Repository<ProgramAggregate> programs;
    private final Repository<ClearanceAggregate> agencies;
    private final Contexts contexts;

    ApproveBaselineHandler(
            Repository<ProgramAggregate> programs, Repository<ClearanceAggregate> agencies, Contexts contexts) {
        this.programs = programs;
        this.agencies = agencies;
        this.contexts = contexts;
    }

    @CommandHandler
    void handle(ApproveBaseline command) throws Exception {
        Aggregate<ProgramAggregate> program = programs.load(Streams.of(command.programId()));
        Context context = contexts.current();
        Decision decision =
                program.invoke(aggregate -> aggregate.decide(command, command.programId(), "programId", context));
        for (Event event : Decisions.accepted(decision, context, program.version())) {
            switch (event) {
                case EntriesReleased released ->
                    agencies.loadOrCreate(Streams.clearanceOf(released.agency()), ClearanceAggregate::new)
                            .execute(aggregate -> aggregate.release(released));
                case ScheduleEvent scheduled -> program.execute(aggregate -> aggregate.record(scheduled));
                default -> throw new IllegalStateException("No stream is known for " + event);
            }
        }
    }
}
