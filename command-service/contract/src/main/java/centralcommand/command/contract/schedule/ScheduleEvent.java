package centralcommand.command.contract.schedule;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.shared.Event;
import centralcommand.command.contract.shared.Provenance;
import centralcommand.command.contract.shared.StatedDate;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is ever said of promised dates. */
public sealed interface ScheduleEvent extends Event
        permits ScheduleEvent.BaselineProposed,
                ScheduleEvent.BaselineApproved,
                ScheduleEvent.BaselineReturned,
                ScheduleEvent.ForecastReported,
                ScheduleEvent.DoubtReported,
                ScheduleEvent.ActualReported,
                ScheduleEvent.ConfirmedUnchanged,
                ScheduleEvent.MilestonesLinked,
                RebaselineEvent,
                ActivityEvent {

    /** The program whose stream holds the event; for a link the program that waits. */
    ProgramId programId();

    /** Milestones are promised, not yet approved. Numbers are 1, 2, 3 … within a program. */
    record BaselineProposed(
            ProgramId programId, int baseline, String basis, List<PlannedMilestone> milestones, Provenance provenance)
            implements ScheduleEvent, Event.Entry {
        public BaselineProposed {
            milestones = List.copyOf(milestones);
        }
    }

    /** The promise stands: its milestones may be reported on, and their dates are their original baseline. */
    record BaselineApproved(ProgramId programId, int baseline) implements ScheduleEvent {}

    /** The proposal went back to its agency. */
    record BaselineReturned(ProgramId programId, int baseline, String reason) implements ScheduleEvent {}

    /** A milestone is now expected in the period stated. */
    record ForecastReported(
            ProgramId programId,
            MilestoneId milestoneId,
            StatedDate expected,
            @Nullable Cause cause,
            @Nullable CauseBasis causeBasis,
            String narrative,
            Provenance provenance)
            implements ScheduleEvent, Event.Entry {}

    /** The date on file is in doubt; no other was given. */
    record DoubtReported(
            ProgramId programId,
            MilestoneId milestoneId,
            String asStated,
            @Nullable Cause cause,
            @Nullable CauseBasis causeBasis,
            String narrative,
            Provenance provenance)
            implements ScheduleEvent, Event.Entry {}

    /** A milestone was reached in the period stated. */
    record ActualReported(
            ProgramId programId,
            MilestoneId milestoneId,
            StatedDate reached,
            @Nullable Cause cause,
            @Nullable CauseBasis causeBasis,
            String narrative,
            String evidence,
            Provenance provenance)
            implements ScheduleEvent, Event.Entry {}

    /** What is on file for these milestones still stands on the day stated. */
    record ConfirmedUnchanged(ProgramId programId, List<MilestoneId> milestoneIds, Provenance provenance)
            implements ScheduleEvent, Event.Entry {
        public ConfirmedUnchanged {
            milestoneIds = List.copyOf(milestoneIds);
        }
    }

    /**
     * {@code to} waits for {@code from}.
     *
     * @param type absent for the usual: the end of one for the start of the other
     * @param lagDays working days of the one who waits; absent for none
     */
    record MilestonesLinked(
            ProgramId programId,
            LinkId linkId,
            LinkEnd from,
            LinkEnd to,
            LinkKind kind,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            LinkType type,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer lagDays,

            String note,
            Provenance provenance)
            implements ScheduleEvent, Event.Entry {}
}
