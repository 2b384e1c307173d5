package centralcommand.query.server.network;

import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.MilestoneKind;
import centralcommand.query.contract.program.ProgramStatus;
import centralcommand.query.server.portfolio.Milestone;
import centralcommand.query.server.portfolio.Milestone.Dated;
import centralcommand.query.server.portfolio.Work;
import centralcommand.schedule.network.Reported;
import org.jspecify.annotations.Nullable;

/**
 * A milestone as the network takes it.
 *
 * @param durationDays most likely, in working days; of a margin what is left of it; 0 where nothing is known
 * @param onFile the date that is believed: reached, expected, or else promised
 */
record Node(
        Milestone milestone,
        Work work,
        int durationDays,
        @Nullable Dated onFile) {

    static Node of(Milestone milestone, Work work) {
        return new Node(
                milestone,
                work,
                milestone.kind() == MilestoneKind.MARGIN
                        ? work.marginLeftDays()
                        : work.durationDays().orElse(0),
                milestone.onFile());
    }

    MilestoneId id() {
        return milestone.id();
    }

    /** What will not be reached any more holds nobody up. */
    boolean counts() {
        return milestone.program().status() != ProgramStatus.CANCELLED || milestone.actual() != null;
    }

    /** What its owner says, by the first or the last day of the period. */
    @Nullable
    Reported reported(boolean last) {
        if (onFile == null) {
            return null;
        }
        var day = last ? onFile.stated().date() : onFile.stated().first();
        return milestone.actual() == null ? new Reported.Forecast(day) : new Reported.Actual(day);
    }

    /** Whether its owner could still say another date and stands by the one on file, so that an earlier one hides something. */
    boolean mayHide() {
        return onFile != null
                && milestone.actual() == null
                && milestone.program().status() == ProgramStatus.ACTIVE
                && milestone.kind() != MilestoneKind.STATUTORY
                && !milestone.isInDoubt()
                && !work.isPaused();
    }

    boolean isLaidOutAs(Node other) {
        return id().equals(other.id()) && durationDays == other.durationDays && counts() == other.counts();
    }
}
