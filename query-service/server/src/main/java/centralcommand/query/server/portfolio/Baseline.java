package centralcommand.query.server.portfolio;

import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.PlannedMilestone;
import centralcommand.command.contract.schedule.ScheduleEvent;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineApproved;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineProposed;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineReturned;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A promise, as proposed.
 *
 * @param verdict approved or returned; absent while it waits
 */
public record Baseline(
        Fact<BaselineProposed> proposal, @Nullable Fact<ScheduleEvent> verdict) {

    /** Those that stand, by number. */
    static List<Baseline> of(ProgramFile file, Clearance clearance) {
        return file.baselines().standing(clearance::stands).stream()
                .map(proposal -> new Baseline(
                        proposal,
                        file.verdicts().standing(position -> true).stream()
                                .filter(verdict -> numberOf(verdict.event())
                                        == proposal.event().baseline())
                                .reduce((earlier, later) -> later)
                                .orElse(null)))
                .sorted(Comparator.comparingInt(Baseline::number))
                .toList();
    }

    public int number() {
        return proposal.event().baseline();
    }

    public boolean isApproved() {
        return verdict != null && verdict.event() instanceof BaselineApproved;
    }

    public boolean isPending() {
        return verdict == null;
    }

    /** Why it was returned; else empty. */
    public String reason() {
        return verdict != null && verdict.event() instanceof BaselineReturned returned ? returned.reason() : "";
    }

    public Optional<PlannedMilestone> plans(MilestoneId id) {
        return proposal.event().milestones().stream()
                .filter(planned -> planned.milestoneId().equals(id))
                .findFirst();
    }

    private static int numberOf(ScheduleEvent verdict) {
        return switch (verdict) {
            case BaselineApproved e -> e.baseline();
            case BaselineReturned e -> e.baseline();
            default -> 0;
        };
    }
}
