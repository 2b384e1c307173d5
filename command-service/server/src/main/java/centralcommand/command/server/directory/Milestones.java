package centralcommand.command.server.directory;

import centralcommand.command.contract.handoff.HandoffEvent.HandoffAccepted;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffDeclined;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffRequested;
import centralcommand.command.contract.handoff.HandoffId;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.PlannedMilestone;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineProposed;
import centralcommand.command.contract.schedule.ScheduleEvent.MilestonesLinked;
import centralcommand.command.server.directory.Directory.MilestoneLink;
import centralcommand.command.server.directory.Directory.Promise;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every milestone that was ever proposed, and the links from one to the next.
 *
 * @param asked links by hand-offs that nobody has answered yet
 */
record Milestones(
        Map<MilestoneId, Promise> promises,
        Map<MilestoneId, List<MilestoneLink>> links,
        Map<HandoffId, MilestoneLink> asked) {
    static final Milestones NONE = new Milestones(HashMap.empty(), HashMap.empty(), HashMap.empty());

    Milestones evolve(Fact fact) {
        return switch (fact.event()) {
            case BaselineProposed e -> {
                Map<MilestoneId, Promise> after = promises;
                for (PlannedMilestone milestone : e.milestones()) {
                    after = after.put(milestone.milestoneId(), new Promise(e.programId(), fact.position()));
                }
                yield new Milestones(after, links, asked);
            }
            case MilestonesLinked e -> linked(e.from().milestoneId(), e.to().milestoneId(), null, fact.position());
            case HandoffRequested e -> linked(e.fromMilestoneId(), e.toMilestoneId(), e.handoffId(), fact.position());
            case HandoffAccepted e -> new Milestones(promises, links, asked.remove(e.handoffId()));
            case HandoffDeclined e -> declined(e.handoffId(), fact.position());
            default -> this;
        };
    }

    private Milestones linked(
            @Nullable MilestoneId from, @Nullable MilestoneId to, @Nullable HandoffId handoff, long position) {
        if (from == null || to == null) {
            return this;
        }
        MilestoneLink link = new MilestoneLink(from, to, position, null);
        return new Milestones(
                promises,
                links.put(from, linksFrom(from).append(link)),
                handoff == null ? asked : asked.put(handoff, link));
    }

    /** Nobody waits for what was never promised. A later answer to a promise leaves the link as it is. */
    private Milestones declined(HandoffId handoff, long position) {
        MilestoneLink link = asked.get(handoff).getOrNull();
        if (link == null) {
            return this;
        }
        MilestoneLink after = new MilestoneLink(link.from(), link.to(), link.position(), position);
        return new Milestones(
                promises, links.put(link.from(), linksFrom(link.from()).replace(link, after)), asked.remove(handoff));
    }

    List<MilestoneLink> linksFrom(MilestoneId milestone) {
        return links.getOrElse(milestone, List.empty());
    }
}
