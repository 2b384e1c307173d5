package centralcommand.command.server.schedule;

import static centralcommand.command.server.decision.CommonRejections.statedInFuture;
import static centralcommand.command.server.decision.Decision.accept;
import static centralcommand.command.server.decision.Decision.nothingToDo;
import static centralcommand.command.server.decision.Decision.reject;

import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.ScheduleCommand.ConfirmUnchanged;
import centralcommand.command.contract.schedule.ScheduleEvent.ConfirmedUnchanged;
import centralcommand.command.contract.shared.Provenance;
import centralcommand.command.contract.shared.Rejection;
import centralcommand.command.contract.shared.StatedDate;
import centralcommand.command.server.decision.Context;
import centralcommand.command.server.decision.Decision;
import centralcommand.command.server.decision.ProgramStanding;
import centralcommand.command.server.directory.Streams;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of confirming that the dates of one program still stand. */
final class Confirmations {
    private final Schedule state;
    private final ProgramStanding program;
    private final Context context;
    private final Reports reports;

    Confirmations(Schedule state, ProgramStanding program, Context context) {
        this.state = state;
        this.program = program;
        this.context = context;
        this.reports = new Reports(state, program, context);
    }

    /** Decides on the lines that are about this program. */
    Decision confirm(ConfirmUnchanged command) {
        LocalDate statusDate = command.stated().statedOn(context.today());
        Provenance provenance = command.stated().provenance(context.today());
        List<MilestoneId> confirmed = new ArrayList<>();
        for (int i = 0; i < command.lines().size(); i++) {
            ConfirmUnchanged.Line line = command.lines().get(i);
            if (!line.programId().equals(program.programId()) || confirmed.contains(line.milestoneId())) {
                continue;
            }
            Rejection refused = refused(line.milestoneId(), statusDate, i);
            if (refused != null) {
                return reject(refused);
            }
            if (!repeats(line.milestoneId(), provenance)) {
                confirmed.add(line.milestoneId());
            }
        }
        return confirmed.isEmpty()
                ? nothingToDo()
                : accept(new ConfirmedUnchanged(program.programId(), confirmed, provenance));
    }

    private @Nullable Rejection refused(MilestoneId milestone, LocalDate statusDate, int line) {
        String field = "lines[%d].milestoneId".formatted(line);
        Rejection refused = reports.refused(milestone, "lines[%d].programId".formatted(line), field);
        if (refused != null) {
            return refused;
        }
        if (statusDate.isAfter(context.today())) {
            return statedInFuture(statusDate, context.today());
        }
        if (reports.reachedBy(milestone, statusDate)) {
            return ScheduleRejections.reached(milestone, field);
        }
        Report said = reports.said(milestone, statusDate);
        if (said instanceof Report.Doubt) {
            return null;
        }
        LocalDate onFile = said instanceof Report.Forecast forecast
                ? forecast.event().expected().date()
                : promised(milestone);
        if (onFile == null) {
            return ScheduleRejections.nothingOnFile(milestone, field);
        }
        return onFile.isBefore(statusDate)
                ? ScheduleRejections.dateHasPassed(milestone, onFile, statusDate, field)
                : null;
    }

    private @Nullable LocalDate promised(MilestoneId milestone) {
        StatedDate promised = state.promised(milestone, this::isSeen);
        return promised == null ? null : promised.date();
    }

    /** Whether the actor knows of that entry: other dates may be promised under a marking that keeps them from a supporting agency. */
    private boolean isSeen(long sequence) {
        return context.directory()
                .entryIn(Streams.of(program.programId()), sequence)
                .countsFor(context.actor().viewer());
    }

    /** Whether the same agency confirmed the same on the same day, and nothing was said since. */
    private boolean repeats(MilestoneId milestone, Provenance provenance) {
        return reports.current(milestone, provenance.statedOn()) instanceof Report.Confirmation last
                && reports.ours(last)
                && Report.sameStatement(last.provenance(), provenance);
    }
}
