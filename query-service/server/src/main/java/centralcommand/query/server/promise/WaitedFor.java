package centralcommand.query.server.promise;

import centralcommand.command.contract.schedule.LinkEnd;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.ScheduleEvent.MilestonesLinked;
import centralcommand.query.server.portfolio.Fact;
import centralcommand.query.server.portfolio.Milestone;
import centralcommand.query.server.portfolio.Portfolio;
import centralcommand.schedule.network.Link;
import centralcommand.schedule.network.LinkType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A milestone with all that it waits for, directly or not, as far as the audience sees it.
 *
 * @param milestones by id; the one that is asked about is the first
 * @param undated how many links come from an outside party, or from a program as a whole, which have no date
 */
record WaitedFor(Map<MilestoneId, Milestone> milestones, List<Link<MilestoneId>> links, int undated) {

    static WaitedFor of(Portfolio portfolio, Milestone end) {
        Map<MilestoneId, Milestone> all = new HashMap<>();
        portfolio.milestones().forEach(milestone -> all.put(milestone.id(), milestone));
        Map<MilestoneId, List<MilestonesLinked>> leading = new HashMap<>();
        for (Fact<MilestonesLinked> link : portfolio.links()) {
            MilestoneId to = link.event().to().milestoneId();
            if (to != null) {
                leading.computeIfAbsent(to, key -> new ArrayList<>()).add(link.event());
            }
        }
        Map<MilestoneId, Milestone> found = new LinkedHashMap<>(Map.of(end.id(), end));
        List<Link<MilestoneId>> links = new ArrayList<>();
        int undated = 0;
        Deque<MilestoneId> open = new ArrayDeque<>(List.of(end.id()));
        while (!open.isEmpty()) {
            MilestoneId to = open.remove();
            for (MilestonesLinked link : leading.getOrDefault(to, List.of())) {
                Milestone from = milestone(all, link.from());
                if (from == null) {
                    undated++;
                    continue;
                }
                links.add(new Link<>(from.id(), to, type(link), link.lagDays() == null ? 0 : link.lagDays()));
                if (found.putIfAbsent(from.id(), from) == null) {
                    open.add(from.id());
                }
            }
        }
        return new WaitedFor(found, List.copyOf(links), undated);
    }

    private static @Nullable Milestone milestone(Map<MilestoneId, Milestone> all, LinkEnd end) {
        return end.milestoneId() == null ? null : all.get(end.milestoneId());
    }

    private static LinkType type(MilestonesLinked link) {
        return link.type() == null
                ? LinkType.FINISH_TO_START
                : LinkType.valueOf(link.type().name());
    }
}
