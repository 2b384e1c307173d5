package centralcommand.command.server.schedule;

import static centralcommand.command.server.decision.CommonRejections.idTaken;
import static centralcommand.command.server.decision.CommonRejections.statedInFuture;
import static centralcommand.command.server.decision.CommonRejections.unknownMilestone;
import static centralcommand.command.server.decision.CommonRejections.unknownProgram;
import static centralcommand.command.server.decision.Decision.acceptIfNothingElseHappened;
import static centralcommand.command.server.decision.Decision.reject;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.LinkEnd;
import centralcommand.command.contract.schedule.LinkType;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.ScheduleCommand.LinkMilestones;
import centralcommand.command.contract.schedule.ScheduleEvent.MilestonesLinked;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Rejection;
import centralcommand.command.server.decision.Context;
import centralcommand.command.server.decision.Decision;
import centralcommand.command.server.decision.Known;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules of what may wait for what. A link stands in the stream of the program that waits. */
final class Links {
    private Links() {}

    static Decision decide(LinkMilestones c, Context context) {
        Rejection unknown = unknownEnd(c.from(), "from", context);
        unknown = unknown == null ? unknownEnd(c.to(), "to", context) : unknown;
        if (unknown != null) {
            return reject(unknown);
        }
        boolean ours = Stream.of(c.from(), c.to())
                .map(end -> leadOf(end, context))
                .filter(Objects::nonNull)
                .anyMatch(context.actor()::actsFor);
        if (!ours) {
            return reject(ScheduleRejections.notAnEnd());
        }
        if (context.directory().kindOf(c.linkId().value()) != null) {
            return reject(idTaken(c.linkId().value(), "linkId"));
        }
        Rejection circle = circle(c, context);
        if (circle != null) {
            return reject(circle);
        }
        LocalDate statedOn = c.stated().statedOn(context.today());
        if (statedOn.isAfter(context.today())) {
            return reject(statedInFuture(statedOn, context.today()));
        }
        return acceptIfNothingElseHappened(new MilestonesLinked(
                c.programId(),
                c.linkId(),
                c.from(),
                c.to(),
                c.kind(),
                c.type() == LinkType.FINISH_TO_START ? null : c.type(),
                Objects.equals(c.lagDays(), 0) ? null : c.lagDays(),
                Objects.requireNonNullElse(c.note(), ""),
                c.stated().provenance(context.today())));
    }

    private static @Nullable Agency leadOf(LinkEnd end, Context context) {
        ProgramId program = end.programId();
        return program == null ? null : context.directory().leadOf(program);
    }

    private static @Nullable Rejection unknownEnd(LinkEnd end, String field, Context context) {
        ProgramId program = end.programId();
        MilestoneId milestone = end.milestoneId();
        if (program == null) {
            return null;
        }
        if (!Known.program(program, context)) {
            return unknownProgram(program, field + ".programId");
        }
        return milestone == null || Known.milestone(milestone, program, context)
                ? null
                : unknownMilestone(milestone, program, field + ".milestoneId");
    }

    private static @Nullable Rejection circle(LinkMilestones c, Context context) {
        MilestoneId from = c.from().milestoneId();
        MilestoneId to = c.to().milestoneId();
        if (from == null || to == null) {
            return null;
        }
        return Known.circle(from, to, context)
                .map(circle -> circle.seen()
                        ? ScheduleRejections.circle(c.linkId(), circle.milestones())
                        : ScheduleRejections.circleThroughUnreleased(c.linkId()))
                .orElse(null);
    }
}
