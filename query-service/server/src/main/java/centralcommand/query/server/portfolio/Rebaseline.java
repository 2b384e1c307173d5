package centralcommand.query.server.portfolio;

import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.NewDate;
import centralcommand.command.contract.schedule.RebaselineEvent;
import centralcommand.command.contract.schedule.RebaselineEvent.RebaselineApproved;
import centralcommand.command.contract.schedule.RebaselineEvent.RebaselineDeclined;
import centralcommand.command.contract.schedule.RebaselineEvent.RebaselineRequested;
import centralcommand.command.contract.schedule.ScheduleEvent;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request for other dates than those promised.
 *
 * @param verdict approved or declined; absent while it waits
 */
public record Rebaseline(
        Fact<RebaselineRequested> request, @Nullable Fact<ScheduleEvent> verdict) {

    /** Those that stand, by number. */
    static List<Rebaseline> of(ProgramFile file, Clearance clearance) {
        return file.rebaselines().standing(clearance::stands).stream()
                .map(request -> new Rebaseline(
                        request,
                        file.verdicts().standing(position -> true).stream()
                                .filter(verdict -> verdict.event() instanceof RebaselineEvent decided
                                        && decided.baseline() == request.event().baseline())
                                .reduce((earlier, later) -> later)
                                .orElse(null)))
                .sorted(Comparator.comparingInt(Rebaseline::number))
                .toList();
    }

    public int number() {
        return request.event().baseline();
    }

    public boolean isApproved() {
        return verdict != null && verdict.event() instanceof RebaselineApproved;
    }

    public boolean isPending() {
        return verdict == null;
    }

    /** What was determined, and who was heard. */
    public Optional<Determination> determination() {
        return Optional.ofNullable(verdict).flatMap(fact -> switch (fact.event()) {
            case RebaselineApproved e -> Optional.of(new Determination(e.determination(), e.consulted(), e.dissent()));
            case RebaselineDeclined e -> Optional.of(new Determination(e.determination(), e.consulted(), e.dissent()));
            default -> Optional.empty();
        });
    }

    /** @param dissent empty where nobody disagreed */
    public record Determination(String text, String consulted, String dissent) {}

    public Optional<NewDate> asks(MilestoneId id) {
        return request.event().dates().stream()
                .filter(each -> each.milestoneId().equals(id))
                .findFirst();
    }
}
