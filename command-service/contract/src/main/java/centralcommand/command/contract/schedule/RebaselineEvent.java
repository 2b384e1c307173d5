package centralcommand.command.contract.schedule;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.shared.Event;
import centralcommand.command.contract.shared.Provenance;
import java.util.List;

/** All that is ever said of replacing one promise by another. */
public sealed interface RebaselineEvent extends ScheduleEvent {

    /** The number among the program's baselines: requests and first proposals are counted together. */
    int baseline();

    /** The agency that leads asks for other dates. */
    record RebaselineRequested(
            ProgramId programId,
            int baseline,
            RebaselineReason reason,
            String narrative,
            String basis,
            String consulted,
            List<NewDate> dates,
            Provenance provenance)
            implements RebaselineEvent, Event.Entry {
        public RebaselineRequested {
            dates = List.copyOf(dates);
        }
    }

    /** The requested dates are the current baseline. */
    record RebaselineApproved(ProgramId programId, int baseline, String determination, String consulted, String dissent)
            implements RebaselineEvent {}

    /** The promise stays as it was. */
    record RebaselineDeclined(ProgramId programId, int baseline, String determination, String consulted, String dissent)
            implements RebaselineEvent {}
}
