package centralcommand.command.server.schedule;

import static centralcommand.command.server.decision.Samples.OPENING;
import static centralcommand.command.server.decision.Samples.PLANT;

import centralcommand.command.contract.program.ProgramEvent;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.ScheduleCommand;
import centralcommand.command.contract.schedule.ScheduleCommand.ReportActual;
import centralcommand.command.contract.schedule.ScheduleCommand.ReportDoubt;
import centralcommand.command.contract.schedule.ScheduleCommand.ReportForecast;
import centralcommand.command.contract.schedule.ScheduleEvent;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Stated;
import centralcommand.command.server.decision.Actor;
import centralcommand.command.server.decision.Decision;
import centralcommand.command.server.decision.History;
import centralcommand.command.server.decision.ProgramStanding;
import centralcommand.command.server.decision.ProgramStatus;
import centralcommand.command.server.directory.Fact;
import java.time.LocalDate;
import java.util.List;

/** How the tests of dates ask for decisions. */
final class Dates {
    private Dates() {}

    static Decision decide(History history, ScheduleCommand.OfProgram command, Actor actor) {
        return decide(history, command.programId(), command, actor);
    }

    static Decision decide(History history, ProgramId program, ScheduleCommand command, Actor actor) {
        Schedule schedule = Schedule.NONE;
        ProgramStatus status = ProgramStatus.PROPOSED;
        for (Fact fact : history.in(program)) {
            switch (fact.event()) {
                case ScheduleEvent e -> schedule = schedule.evolve(e, fact.sequence());
                case ProgramEvent.ProgramApproved e -> status = ProgramStatus.ACTIVE;
                case ProgramEvent.ProgramSuspended e -> status = ProgramStatus.SUSPENDED;
                case ProgramEvent.ProgramCancelled e -> status = ProgramStatus.CANCELLED;
                default -> {
                    // Says nothing of dates.
                }
            }
        }
        boolean plant = program.equals(PLANT);
        ProgramStanding standing = new ProgramStanding(
                program,
                status,
                plant ? History.ENERGY : History.DEFENSE,
                plant ? List.of(History.COMMERCE) : List.of());
        return ScheduleRules.decide(schedule, standing, command, history.by(actor));
    }

    static ReportForecast forecast(LocalDate date, Precision precision, Stated stated) {
        return new ReportForecast(PLANT, OPENING, date, precision, "soon", null, null, "because", stated);
    }

    static ReportDoubt doubt(Stated stated) {
        return new ReportDoubt(PLANT, OPENING, "not soon", null, null, "because", stated);
    }

    static ReportActual actual(LocalDate date, Precision precision, Stated stated) {
        return actual(OPENING, date, precision, stated);
    }

    static ReportActual actual(MilestoneId milestone, LocalDate date, Precision precision, Stated stated) {
        return new ReportActual(PLANT, milestone, date, precision, "done", null, null, null, "a photograph", stated);
    }
}
