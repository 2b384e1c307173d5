package centralcommand.plans.proposal;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.LinkId;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.schedule.network.LinkType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one program, as far as its agency sees it.
 *
 * @param version of the program's record
 * @param milestones those in an approved baseline and those in a proposed one
 * @param ties links between milestones, in so far as both ends are known by id
 */
public record OnFile(
        ProgramId programId, long version, LocalDate today, Map<MilestoneId, Milestone> milestones, List<Tie> ties) {

    public OnFile {
        milestones = Map.copyOf(milestones);
        ties = List.copyOf(ties);
    }

    /** Days from first to last of a period. */
    public record Period(LocalDate first, LocalDate last) {
        boolean holds(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }

        @Override
        public String toString() {
            return first.equals(last) ? last.toString() : first + " to " + last;
        }
    }

    /**
     * @param pendingBaseline number of the proposed baseline it is in; absent where it is in an approved one
     * @param promised by the current baseline, or the proposed one
     * @param reported the current forecast
     * @param reportedOn the day on which that was stated
     * @param closed reached, or its program cancelled
     * @param durationDays working days, as estimated last
     */
    public record Milestone(
            MilestoneId id,
            String title,
            @Nullable Integer pendingBaseline,
            @Nullable Period promised,
            @Nullable Period reported,
            @Nullable LocalDate reportedOn,
            boolean inDoubt,
            @Nullable Period actual,
            boolean closed,
            @Nullable Integer durationDays) {

        @Nullable
        Period expected() {
            return reported == null ? promised : reported;
        }
    }

    /**
     * {@code to} waits for {@code from}.
     *
     * @param type absent where it is known only that there is a link, as while a baseline waits for approval
     */
    public record Tie(
            LinkId id,
            MilestoneId from,
            MilestoneId to,
            @Nullable LinkType type,
            int lagDays) {}
}
