package centralcommand.query.contract.board;

import centralcommand.command.contract.schedule.PauseReason;
import centralcommand.command.contract.shared.Provenance.Marking;
import centralcommand.query.contract.shared.EntryStatus;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is said of the work that leads to a milestone.
 *
 * @param estimate of how long it takes; absent where nobody gave one
 * @param pause that holds today; absent where the work goes on, where a pause was not renewed, and while the program is suspended
 * @param margin absent for all that is no margin, and where nobody said how much was set aside
 */
public record MilestoneWork(
        @Nullable Estimate estimate,
        @Nullable Pause pause,
        @Nullable Margin margin) {

    /**
     * How long the work takes, in working days of the agency that leads.
     *
     * @param likelyDays the duration of the network
     */
    public record Estimate(
            int lowDays,
            int likelyDays,
            int highDays,
            String basis,
            LocalDate statedOn,
            long position,
            EntryStatus status,
            Marking marking) {}

    /**
     * The work stands still.
     *
     * @param heldUntil the last day on which it counts, unless it is renewed
     * @param daysLeft from today to then
     * @param position of the entry that said so last
     */
    public record Pause(
            PauseReason reason,
            String narrative,
            LocalDate from,
            LocalDate heldUntil,
            long daysLeft,
            long position,
            EntryStatus status,
            Marking marking) {}

    /**
     * Working days that were set aside.
     *
     * @param leftDays negative where more was used than is set aside now
     * @param figure id of what is left, for {@code /api/lineage}
     */
    public record Margin(int setAsideDays, int usedDays, int leftDays, String figure) {}
}
