package centralcommand.query.server.network;

import centralcommand.command.contract.schedule.ActivityEvent.DurationEstimated;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.MilestoneKind;
import centralcommand.query.contract.program.ProgramStatus;
import centralcommand.query.server.portfolio.Fact;
import centralcommand.query.server.portfolio.Milestone;
import centralcommand.query.server.portfolio.Milestone.Dated;
import centralcommand.schedule.network.Reported;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A milestone as the network takes it.
 *
 * @param durationDays most likely, in working days; of a margin what is left of it; 0 where nothing is known
 * @param onFile the date that is believed: reached, expected, or else promised
 * @param first what its owner says, by the first day of the period; absent where nothing is said
 * @param last the same by the last day
 * @param counts what will not be reached any more holds nobody up
 * @param mayHide whether its owner could still say another date and stands by the one on file, so that an earlier one hides something
 */
record Node(
        Milestone milestone,
        int durationDays,
        @Nullable Dated onFile,
        @Nullable Reported first,
        @Nullable Reported last,
        boolean counts,
        boolean mayHide) {

    static Node of(Milestone milestone) {
        Dated onFile = milestone.onFile();
        boolean reached = milestone.actual() != null;
        ProgramStatus status = milestone.program().status();
        return new Node(
                milestone,
                durationDays(milestone),
                onFile,
                onFile == null ? null : reported(onFile.stated().first(), reached),
                onFile == null ? null : reported(onFile.stated().date(), reached),
                reached || status != ProgramStatus.CANCELLED,
                onFile != null
                        && !reached
                        && status == ProgramStatus.ACTIVE
                        && milestone.kind() != MilestoneKind.STATUTORY
                        && !milestone.isInDoubt());
    }

    private static int durationDays(Milestone milestone) {
        Integer left = milestone.marginLeftDays();
        Fact<DurationEstimated> estimate = milestone.work().estimate();
        return left != null
                ? Math.max(0, left)
                : estimate == null ? 0 : estimate.event().likelyDays();
    }

    private static Reported reported(LocalDate day, boolean reached) {
        return reached ? new Reported.Actual(day) : new Reported.Forecast(day);
    }

    MilestoneId id() {
        return milestone.id();
    }

    boolean mayHideOn(LocalDate day) {
        return mayHide && milestone.pause(day).isEmpty();
    }

    boolean isOpen() {
        return !(last instanceof Reported.Actual);
    }

    boolean isLaidOutAs(Node other) {
        return id().equals(other.id()) && durationDays == other.durationDays && counts == other.counts;
    }
}
