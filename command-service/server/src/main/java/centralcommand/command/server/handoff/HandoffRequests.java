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
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Rejection;
import centralcommand.command.contract.shared.StatedDate;
import centralcommand.command.server.decision.Context;
import centralcommand.command.server.decision.Decision;
import centralcommand.command.server.directory.Directory.MilestoneLink;
import centralcommand.command.server.directory.Directory.Promise;
import centralcommand.command.server.directory.Entry;
import io.vavr.collection.List;
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
        if (!isKnown(c.toProgramId(), context)) {
            return unknownProgram(c.toProgramId(), "toProgramId");
        }
        if (!isKnown(c.fromProgramId(), context)) {
            return unknownProgram(c.fromProgramId(), "fromProgramId");
        }
        if (!isPromised(c.toMilestoneId(), c.toProgramId(), context)) {
            return unknownMilestone(c.toMilestoneId(), c.toProgramId(), "toMilestoneId");
        }
        MilestoneId from = c.fromMilestoneId();
        return from == null || isPromised(from, c.fromProgramId(), context)
                ? null
                : unknownMilestone(from, c.fromProgramId(), "fromMilestoneId");
    }

    private static boolean isKnown(ProgramId program, Context context) {
        Entry proposal = context.directory().proposalOf(program);
        return proposal != null && proposal.countsFor(context.actor().viewer());
    }

    private static boolean isPromised(MilestoneId milestone, ProgramId program, Context context) {
        Promise promise = context.directory().promiseOf(milestone);
        if (promise == null || !promise.programId().equals(program)) {
            return false;
        }
        Entry proposal = context.directory().entry(promise.position());
        return proposal != null && proposal.countsFor(context.actor().viewer());
    }

    private static @Nullable Rejection misplaced(RequestHandoff c, Context context) {
        MilestoneId from = c.fromMilestoneId();
        if (from == null) {
            return c.fromProgramId().equals(c.toProgramId()) ? HandoffRejections.toItself(c.handoffId()) : null;
        }
        if (from.equals(c.toMilestoneId())) {
            return HandoffRejections.toItself(c.handoffId());
        }
        List<MilestoneLink> path = context.directory().path(c.toMilestoneId(), from);
        if (path == null) {
            return null;
        }
        boolean seen = path.forAll(link -> {
            Entry entry = context.directory().entry(link.position());
            return entry != null && entry.shownTo(context.actor().viewer());
        });
        List<MilestoneId> circle = List.of(from, c.toMilestoneId()).appendAll(path.map(MilestoneLink::to));
        return seen
                ? HandoffRejections.circle(c.handoffId(), circle.asJava())
                : HandoffRejections.circleThroughUnreleased(c.handoffId());
    }
}
