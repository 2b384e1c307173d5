package centralcommand.query.server.board;

import centralcommand.command.contract.handoff.HandoffEvent.HandoffRequested;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.LinkEnd;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.ScheduleEvent.MilestonesLinked;
import centralcommand.query.server.portfolio.Fact;
import centralcommand.query.server.portfolio.Handoff;
import centralcommand.query.server.portfolio.Portfolio;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who waits for each milestone, by a link or for what was promised, by id; the same as long as none of them comes or goes. */
final class Waiting {
    private static final SortedMap<String, LinkEnd> NOBODY = Collections.emptySortedMap();

    private final List<Fact<MilestonesLinked>> links;
    private final List<Handoff> handoffs;
    private final Map<MilestoneId, SortedMap<String, LinkEnd>> byMilestone = new HashMap<>();

    private Waiting(List<Fact<MilestonesLinked>> links, List<Handoff> handoffs) {
        this.links = links;
        this.handoffs = handoffs;
        for (Fact<MilestonesLinked> link : links) {
            MilestoneId from = link.event().from().milestoneId();
            String to = end(link.event().to());
            if (from != null && to != null) {
                byMilestone
                        .computeIfAbsent(from, key -> new TreeMap<>())
                        .put(to, link.event().to());
            }
        }
        for (Handoff handoff : handoffs) {
            HandoffRequested request = handoff.request();
            MilestoneId from = request.fromMilestoneId();
            if (from != null && handoff.first() != null) {
                byMilestone
                        .computeIfAbsent(from, key -> new TreeMap<>())
                        .put(
                                request.toMilestoneId().value(),
                                new LinkEnd(request.toProgramId(), request.toMilestoneId(), null));
            }
        }
    }

    static Waiting of(Portfolio portfolio) {
        return portfolio.derived(Waiting.class, before -> {
            List<Handoff> handoffs = portfolio.handoffs();
            return before != null && before.links == portfolio.links() && before.handoffs.equals(handoffs)
                    ? before
                    : new Waiting(portfolio.links(), handoffs);
        });
    }

    SortedMap<String, LinkEnd> forMilestone(MilestoneId id) {
        return byMilestone.getOrDefault(id, NOBODY);
    }

    private static @Nullable String end(LinkEnd end) {
        MilestoneId milestoneId = end.milestoneId();
        ProgramId programId = end.programId();
        return Stream.of(milestoneId, programId)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .findFirst()
                .orElse(null);
    }
}
