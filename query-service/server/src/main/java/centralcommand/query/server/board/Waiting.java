package centralcommand.query.server.board;

import centralcommand.command.contract.handoff.HandoffEvent.HandoffRequested;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.ScheduleEvent.MilestonesLinked;
import centralcommand.query.server.portfolio.Fact;
import centralcommand.query.server.portfolio.Handoff;
import centralcommand.query.server.portfolio.Portfolio;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who waits for each milestone, by a link or for what was promised and is still owed; the same as long as none of them comes or goes. */
final class Waiting {
    /**
     * A milestone that waits, or a program as a whole.
     *
     * @param through name of the link or of the hand-off
     */
    record Wait(ProgramId programId, @Nullable MilestoneId milestoneId, String through) {
        /** The milestone, or the program as a whole. */
        String id() {
            return milestoneId == null ? programId.value() : milestoneId.value();
        }
    }

    private final List<Fact<MilestonesLinked>> links;
    private final List<Handoff> handoffs;
    private final Map<MilestoneId, SortedMap<String, Wait>> byMilestone = new HashMap<>();
    private final Map<ProgramId, SortedMap<String, Wait>> byProgram = new HashMap<>();

    private Waiting(List<Fact<MilestonesLinked>> links, List<Handoff> handoffs) {
        this.links = links;
        this.handoffs = handoffs;
        links.forEach(link -> add(link.event()));
        handoffs.stream().filter(Handoff::isOwed).forEach(handoff -> add(handoff.request()));
    }

    private void add(MilestonesLinked link) {
        ProgramId waiting = link.to().programId();
        if (waiting == null) {
            return;
        }
        Wait wait = new Wait(waiting, link.to().milestoneId(), link.linkId().value());
        MilestoneId milestone = link.from().milestoneId();
        ProgramId program = link.from().programId();
        if (milestone != null) {
            add(byMilestone, milestone, wait);
        } else if (program != null) {
            add(byProgram, program, wait);
        }
    }

    private void add(HandoffRequested request) {
        MilestoneId giving = request.fromMilestoneId();
        if (giving != null) {
            add(
                    byMilestone,
                    giving,
                    new Wait(
                            request.toProgramId(),
                            request.toMilestoneId(),
                            request.handoffId().value()));
        }
    }

    private static <K> void add(Map<K, SortedMap<String, Wait>> waiting, K from, Wait wait) {
        waiting.computeIfAbsent(from, key -> new TreeMap<>()).putIfAbsent(wait.id(), wait);
    }

    static Waiting of(Portfolio portfolio) {
        return portfolio.derived(Waiting.class, before -> {
            List<Handoff> handoffs = portfolio.handoffs();
            return before != null && before.links == portfolio.links() && before.handoffs.equals(handoffs)
                    ? before
                    : new Waiting(portfolio.links(), handoffs);
        });
    }

    /** By id. */
    Collection<Wait> forMilestone(MilestoneId id) {
        return byMilestone.getOrDefault(id, Collections.emptySortedMap()).values();
    }

    /** Those for which each milestone of the program counts, by id. */
    Collection<Wait> forAllOf(ProgramId id) {
        return byProgram.getOrDefault(id, Collections.emptySortedMap()).values();
    }
}
