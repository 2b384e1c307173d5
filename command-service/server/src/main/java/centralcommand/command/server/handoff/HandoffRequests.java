package centralcommand.command.server.handoff;

import static centralcommand.command.server.decision.CommonRejections.idTaken;
import static centralcommand.command.server.decision.CommonRejections.notLeadAgency;
import static centralcommand.command.server.decision.CommonRejections.statedInFuture;
import static centralcommand.command.server.decision.CommonRejections.unknownMilestone;
import static centralcommand.command.server.decision.CommonRejections.unknownProgram;
import static centralcommand.command.server.decision.Decision.acceptIfNothingElseHappened;
import static centralcommand.command.server.decision.Decision.reject;

import centralcommand.command.contract.handoff.HandoffCommand.RequestHandoff;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffRequested;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Rejection;
import centralcommand.command.contract.shared.StatedDate;
import centralcommand.command.server.decision.Context;
import centralcommand.command.server.decision.Decision;
import centralcommand.command.server.decision.Known;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The rules of what one program may ask of another. */
final class HandoffRequests {
    private HandoffRequests() {}

    static Decision decide(RequestHandoff c, Context context) {
        Rejection unknown = unknown(c, context);
        if (unknown != null) {
            return reject(unknown);
        }
        Agency lead = context.directory().leadOf(c.toProgramId());
        if (lead != null && !context.actor().actsFor(lead)) {
            return reject(notLeadAgency(c.toProgramId(), lead));
        }
        if (context.directory().kindOf(c.handoffId().value()) != null) {
            return reject(idTaken(c.handoffId().value(), "handoffId"));
        }
        Rejection misplaced = misplaced(c, context);
        if (misplaced != null) {
            return reject(misplaced);
        }
        LocalDate statedOn = c.stated().statedOn(context.today());
        if (statedOn.isAfter(context.today())) {
            return reject(statedInFuture(statedOn, context.today()));
        }
        StatedDate neededBy = HandoffRules.stated(c.neededBy(), c.precision());
        if (neededBy.date().isBefore(statedOn)) {
            return reject(HandoffRejections.neededBeforeStatedDay(neededBy, statedOn));
        }
        return acceptIfNothingElseHappened(new HandoffRequested(
                c.handoffId(),
                c.fromProgramId(),
                c.fromMilestoneId(),
                c.toProgramId(),
                c.toMilestoneId(),
                c.deliverable(),
                neededBy,
                c.stated().provenance(context.today())));
    }

    private static @Nullable Rejection unknown(RequestHandoff c, Context context) {
        if (!Known.program(c.toProgramId(), context)) {
            return unknownProgram(c.toProgramId(), "toProgramId");
        }
        if (!Known.program(c.fromProgramId(), context)) {
            return unknownProgram(c.fromProgramId(), "fromProgramId");
        }
        if (!Known.milestone(c.toMilestoneId(), c.toProgramId(), context)) {
            return unknownMilestone(c.toMilestoneId(), c.toProgramId(), "toMilestoneId");
        }
        MilestoneId from = c.fromMilestoneId();
        return from == null || Known.milestone(from, c.fromProgramId(), context)
                ? null
                : unknownMilestone(from, c.fromProgramId(), "fromMilestoneId");
    }

    private static @Nullable Rejection misplaced(RequestHandoff c, Context context) {
        MilestoneId from = c.fromMilestoneId();
        if (from == null) {
            return c.fromProgramId().equals(c.toProgramId()) ? HandoffRejections.toItself(c.handoffId()) : null;
        }
        if (from.equals(c.toMilestoneId())) {
            return HandoffRejections.toItself(c.handoffId());
        }
        return Known.circle(from, c.toMilestoneId(), context)
                .map(circle -> circle.seen()
                        ? HandoffRejections.circle(c.handoffId(), circle.milestones())
                        : HandoffRejections.circleThroughUnreleased(c.handoffId()))
                .orElse(null);
    }
}
