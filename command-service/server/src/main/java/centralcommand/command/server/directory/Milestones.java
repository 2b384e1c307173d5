package centralcommand.command.server.directory;

import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.PlannedMilestone;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineProposed;
import centralcommand.command.contract.schedule.ScheduleEvent.MilestonesLinked;
import centralcommand.command.server.directory.Directory.MilestoneLink;
import centralcommand.command.server.directory.Directory.Promise;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;

/** Every milestone that was ever proposed, and the links from one to the next. */
record Milestones(Map<MilestoneId, Promise> promises, Map<MilestoneId, List<MilestoneLink>> links) {
    static final Milestones NONE = new Milestones(HashMap.empty(), HashMap.empty());

    Milestones evolve(Fact fact) {
        return switch (fact.event()) {
            case BaselineProposed e -> {
                Map<MilestoneId, Promise> after = promises;
                for (PlannedMilestone milestone : e.milestones()) {
                    after = after.put(milestone.milestoneId(), new Promise(e.programId(), fact.position()));
                }
                yield new Milestones(after, links);
            }
            case MilestonesLinked e -> linked(e, fact.position());
            default -> this;
        };
    }

    private Milestones linked(MilestonesLinked e, long position) {
        MilestoneId from = e.from().milestoneId();
        MilestoneId to = e.to().milestoneId();
        if (from == null || to == null) {
            return this;
        }
        MilestoneLink link = new MilestoneLink(from, to, position);
        return new Milestones(promises, links.put(from, linksFrom(from).append(link)));
    }

    List<MilestoneLink> linksFrom(MilestoneId milestone) {
        return links.getOrElse(milestone, List.empty());
    }
}
