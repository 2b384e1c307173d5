package centralcommand.command.server.program;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.ScheduleCommand.ConfirmUnchanged;
import centralcommand.command.contract.schedule.ScheduleEvent;
import centralcommand.command.contract.shared.Event;
import centralcommand.command.server.decision.Context;
import centralcommand.command.server.decision.Decision;
import centralcommand.command.server.directory.Streams;
import centralcommand.command.server.dispatch.Contexts;
import centralcommand.command.server.dispatch.Decisions;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** One confirmation covers several programs: all of its lines are recorded in one commit, or none. */
@Component
class ConfirmUnchangedHandler {
    private final Repository<ProgramAggregate> programs;
    private final Contexts contexts;

    ConfirmUnchangedHandler(Repository<ProgramAggregate> programs, Contexts contexts) {
        this.programs = programs;
        this.contexts = contexts;
    }

    @CommandHandler
    void handle(ConfirmUnchanged command) {
        Map<ProgramId, Aggregate<ProgramAggregate>> loaded = new LinkedHashMap<>();
        // In one order, so that two confirmations never wait for each other's programs.
        command.lines().stream()
                .map(ConfirmUnchanged.Line::programId)
                .distinct()
                .sorted(Comparator.comparing(ProgramId::value))
                .forEach(id -> loaded.put(id, programs.load(Streams.of(id))));
        Context context = contexts.current();
        loaded.forEach((id, program) -> {
            Decision decision =
                    program.invoke(aggregate -> aggregate.decide(command, id, firstLine(command, id), context));
            List<Event> events = Decisions.accepted(decision, context, program.version());
            program.execute(aggregate -> events.forEach(event -> aggregate.record((ScheduleEvent) event)));
        });
    }

    private static String firstLine(ConfirmUnchanged command, ProgramId id) {
        List<ProgramId> ids =
                command.lines().stream().map(ConfirmUnchanged.Line::programId).toList();
        return "lines[%d].programId".formatted(ids.indexOf(id));
    }
}
