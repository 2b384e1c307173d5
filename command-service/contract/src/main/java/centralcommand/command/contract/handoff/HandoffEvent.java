package centralcommand.command.contract.handoff;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.Cause;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.shared.Event;
import centralcommand.command.contract.shared.Provenance;
import centralcommand.command.contract.shared.StatedDate;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** All that is ever said of hand-offs. */
public sealed interface HandoffEvent extends Event.Entry {

    HandoffId handoffId();

    /** One program asks another for something by a day. */
    record HandoffRequested(
            HandoffId handoffId,
            ProgramId fromProgramId,
            @Nullable MilestoneId fromMilestoneId,
            ProgramId toProgramId,
            MilestoneId toMilestoneId,
            String deliverable,
            StatedDate neededBy,
            Provenance provenance)
            implements HandoffEvent {}

    /** It is promised for that date: for the first time, or in place of the promise before. */
    record HandoffAccepted(HandoffId handoffId, StatedDate promised, String note, Provenance provenance)
            implements HandoffEvent {}

    /** It is not promised; or the promise before holds. */
    record HandoffDeclined(HandoffId handoffId, String reason, Provenance provenance) implements HandoffEvent {}

    /** One side asks for another date. */
    record HandoffRenegotiated(
            HandoffId handoffId, StatedDate proposed, Cause cause, String narrative, Provenance provenance)
            implements HandoffEvent {}

    /** Its giver says that it was handed over. */
    record HandoffDelivered(HandoffId handoffId, LocalDate date, String evidence, Provenance provenance)
            implements HandoffEvent {}

    /** Its receiver says that nothing was handed over, or not what was asked. */
    record HandoffContested(HandoffId handoffId, String reason, Provenance provenance) implements HandoffEvent {}

    /** It is what was asked. */
    record HandoffConfirmed(HandoffId handoffId, String note, Provenance provenance) implements HandoffEvent {}
}
