package centralcommand.command.contract.schedule;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.shared.Event;
import centralcommand.command.contract.shared.Provenance;
import java.time.LocalDate;

/** All that is ever said of the work that leads to a milestone. */
public sealed interface ActivityEvent extends ScheduleEvent {

    MilestoneId milestoneId();

    /** The work takes so many working days: best case, most likely, worst. */
    record DurationEstimated(
            ProgramId programId,
            MilestoneId milestoneId,
            int lowDays,
            int likelyDays,
            int highDays,
            String basis,
            Provenance provenance)
            implements ActivityEvent, Event.Entry {}

    /** The work stands still, or goes on standing still for another quarter. */
    record MilestonePaused(
            ProgramId programId, MilestoneId milestoneId, PauseReason reason, String narrative, Provenance provenance)
            implements ActivityEvent, Event.Entry {}

    /** The work goes on. */
    record MilestoneResumed(ProgramId programId, MilestoneId milestoneId, String narrative, Provenance provenance)
            implements ActivityEvent, Event.Entry {}

    /** So many days of a margin are gone. */
    record MarginUsed(
            ProgramId programId,
            MilestoneId milestoneId,
            int workingDays,
            Cause cause,
            String owner,
            String narrative,
            Provenance provenance)
            implements ActivityEvent, Event.Entry {}

    /** What the owner says to the date that follows from what the milestone waits for. */
    record HiddenSlipAnswered(
            ProgramId programId,
            MilestoneId milestoneId,
            LocalDate impliedDate,
            HiddenSlipAnswer answer,
            String narrative,
            Provenance provenance)
            implements ActivityEvent, Event.Entry {}

    /** The promised date has passed, and nobody has said that the milestone was reached. */
    record MissedDateNoticed(ProgramId programId, MilestoneId milestoneId, LocalDate promised)
            implements ActivityEvent {}

    /** The pause was not renewed and counts no longer. */
    record PauseLapsed(ProgramId programId, MilestoneId milestoneId, LocalDate renewedUntil) implements ActivityEvent {}
}
