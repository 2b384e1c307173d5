package centralcommand.query.server.promise;

import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.query.server.network.Outlook;
import centralcommand.query.server.network.Tie;
import centralcommand.query.server.portfolio.Milestone;
import centralcommand.query.server.portfolio.Portfolio;
import centralcommand.schedule.network.Link;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A milestone with all that it waits for in the network, directly or not, as far as the audience may know of it.
 *
 * @param milestones by id; the one that is asked about is the first
 * @param undated how many links come from what has no place in the network: an outside party, or a program without a milestone
 */
record WaitedFor(Map<MilestoneId, Milestone> milestones, List<Link<MilestoneId>> links, int undated) {

    static WaitedFor of(Portfolio portfolio, Outlook outlook, Milestone end) {
        Map<MilestoneId, Milestone> found = new LinkedHashMap<>(Map.of(end.id(), end));
        List<Link<MilestoneId>> links = new ArrayList<>();
        long undated = 0;
        Deque<MilestoneId> open = new ArrayDeque<>(List.of(end.id()));
        while (!open.isEmpty()) {
            MilestoneId to = open.remove();
            if (outlook.withholds(to)) {
                continue;
            }
            undated += portfolio.links().stream()
                    .filter(link -> to.equals(link.event().to().milestoneId()))
                    .filter(link -> outlook.ties(to).stream().noneMatch(tie -> tie.basis() == link))
                    .count();
            for (Tie tie : outlook.ties(to)) {
                Milestone from = portfolio.milestone(tie.from()).orElseThrow();
                links.add(tie.asLink());
                if (found.putIfAbsent(from.id(), from) == null) {
                    open.add(from.id());
                }
            }
        }
        return new WaitedFor(found, List.copyOf(links), Math.toIntExact(undated));
    }
}
