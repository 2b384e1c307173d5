package centralcommand.command.server.program;

import centralcommand.command.contract.capacity.CapacityCommand.PledgeCapacity;
import centralcommand.command.contract.capacity.CapacityCommand.ReportProduction;
import centralcommand.command.contract.program.ProgramCommand;
import centralcommand.command.contract.program.ProgramCommand.AmendProgram;
import centralcommand.command.contract.program.ProgramCommand.ApproveProgram;
import centralcommand.command.contract.program.ProgramCommand.CancelProgram;
import centralcommand.command.contract.program.ProgramCommand.DeclareRegime;
import centralcommand.command.contract.program.ProgramCommand.ProposeProgram;
import centralcommand.command.contract.program.ProgramCommand.ResumeProgram;
import centralcommand.command.contract.program.ProgramCommand.SuspendProgram;
import centralcommand.command.contract.program.ProgramEvent;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.ActivityCommand.AnswerHiddenSlip;
import centralcommand.command.contract.schedule.ActivityCommand.EstimateDuration;
import centralcommand.command.contract.schedule.ActivityCommand.NoticeLapsedPause;
import centralcommand.command.contract.schedule.ActivityCommand.NoticeMissedDate;
import centralcommand.command.contract.schedule.ActivityCommand.PauseMilestone;
import centralcommand.command.contract.schedule.ActivityCommand.ResumeMilestone;
import centralcommand.command.contract.schedule.ActivityCommand.UseMargin;
import centralcommand.command.contract.schedule.RebaselineCommand.ApproveRebaseline;
import centralcommand.command.contract.schedule.RebaselineCommand.DeclineRebaseline;
import centralcommand.command.contract.schedule.RebaselineCommand.RequestRebaseline;
import centralcommand.command.contract.schedule.ScheduleCommand;
import centralcommand.command.contract.schedule.ScheduleCommand.LinkMilestones;
import centralcommand.command.contract.schedule.ScheduleCommand.ProposeBaseline;
import centralcommand.command.contract.schedule.ScheduleCommand.ReportActual;
import centralcommand.command.contract.schedule.ScheduleCommand.ReportDoubt;
import centralcommand.command.contract.schedule.ScheduleCommand.ReportForecast;
import centralcommand.command.contract.schedule.ScheduleCommand.ReturnBaseline;
import centralcommand.command.contract.schedule.ScheduleEvent;
import centralcommand.command.contract.shared.Event;
import centralcommand.command.server.capacity.Capacity;
import centralcommand.command.server.decision.CommonRejections;
import centralcommand.command.server.decision.Context;
import centralcommand.command.server.decision.Decision;
import centralcommand.command.server.decision.ProgramStanding;
import centralcommand.command.server.directory.Streams;
import centralcommand.command.server.dispatch.Decisions;
import centralcommand.command.server.schedule.Schedule;
import centralcommand.command.server.schedule.ScheduleRules;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** All that is said of one program, in the stream {@code program/<id>}: its life, its dates and its tonnes. */
@Aggregate(commandTargetResolver = "commandTargets", cache = "aggregateCache")
class ProgramAggregate {
    @AggregateIdentifier
    private @Nullable String stream;

    private Program program = new Program.Unknown();
    private Schedule schedule = Schedule.NONE;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ProposeProgram command, Context context) {
        life(command, context);
    }

    @CommandHandler
    void handle(ApproveProgram command, Context context) {
        life(command, context);
    }

    @CommandHandler
    void handle(AmendProgram command, Context context) {
        life(command, context);
    }

    @CommandHandler
    void handle(SuspendProgram command, Context context) {
        life(command, context);
    }

    @CommandHandler
    void handle(ResumeProgram command, Context context) {
        life(command, context);
    }

    @CommandHandler
    void handle(CancelProgram command, Context context) {
        life(command, context);
    }

    @CommandHandler
    void handle(DeclareRegime command, Context context) {
        life(command, context);
    }

    @CommandHandler
    void handle(ProposeBaseline command, Context context) {
        dates(command, context);
    }

    @CommandHandler
    void handle(ReturnBaseline command, Context context) {
        dates(command, context);
    }

    @CommandHandler
    void handle(RequestRebaseline command, Context context) {
        dates(command, context);
    }

    @CommandHandler
    void handle(ApproveRebaseline command, Context context) {
        dates(command, context);
    }

    @CommandHandler
    void handle(DeclineRebaseline command, Context context) {
        dates(command, context);
    }

    @CommandHandler
    void handle(ReportForecast command, Context context) {
        dates(command, context);
    }

    @CommandHandler
    void handle(ReportDoubt command, Context context) {
        dates(command, context);
    }

    @CommandHandler
    void handle(ReportActual command, Context context) {
        dates(command, context);
    }

    @CommandHandler
    void handle(EstimateDuration command, Context context) {
        dates(command, context);
    }

    @CommandHandler
    void handle(PauseMilestone command, Context context) {
        dates(command, context);
    }

    @CommandHandler
    void handle(ResumeMilestone command, Context context) {
        dates(command, context);
    }

    @CommandHandler
    void handle(UseMargin command, Context context) {
        dates(command, context);
    }

    @CommandHandler
    void handle(AnswerHiddenSlip command, Context context) {
        dates(command, context);
    }

    @CommandHandler
    void handle(LinkMilestones command, Context context) {
        Decisions.apply(ScheduleRules.link(command, context), context);
    }

    @CommandHandler
    void handle(PledgeCapacity command, Context context) {
        Decisions.apply(
                ifKnown(command.programId(), "programId", context, known -> Capacity.pledge(known, command, context)),
                context);
    }

    @CommandHandler
    void handle(ReportProduction command, Context context) {
        Decisions.apply(
                ifKnown(
                        command.programId(),
                        "programId",
                        context,
                        known -> Capacity.production(known, command, context)),
                context);
    }

    @CommandHandler
    void handle(NoticeMissedDate command, Context context) {
        dates(command, context);
    }

    @CommandHandler
    void handle(NoticeLapsedPause command, Context context) {
        dates(command, context);
    }

    @EventSourcingHandler
    void on(Event event, @SequenceNumber long sequence) {
        switch (event) {
            case ProgramEvent e -> {
                stream = Streams.of(e.programId());
                program = Program.evolve(program, e, sequence);
            }
            case ScheduleEvent e -> schedule = schedule.evolve(e, sequence);
            default -> {
                // Figures stand for themselves: what is pledged or made is not remembered here.
            }
        }
    }

    /** What is decided about the dates of this program; for handlers that decide on several aggregates. */
    Decision decide(ScheduleCommand command, ProgramId programId, String field, Context context) {
        return ifKnown(programId, field, context, known -> ScheduleRules.decide(schedule, known, command, context));
    }

    /** Records what was decided. */
    void record(ScheduleEvent event) {
        AggregateLifecycle.apply(event);
    }

    private void life(ProgramCommand command, Context context) {
        Decisions.apply(Program.decide(program, command, context), context);
    }

    private void dates(ScheduleCommand.OfProgram command, Context context) {
        Decisions.apply(decide(command, command.programId(), "programId", context), context);
    }

    private Decision ifKnown(
            ProgramId programId, String field, Context context, Function<ProgramStanding, Decision> rule) {
        ProgramStanding standing = Program.standing(program, context);
        return standing == null
                ? Decision.reject(CommonRejections.unknownProgram(programId, field))
                : rule.apply(standing);
    }
}
