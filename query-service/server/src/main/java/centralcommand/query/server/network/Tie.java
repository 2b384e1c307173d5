package centralcommand.query.server.network;

import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.ScheduleEvent.MilestonesLinked;
import centralcommand.query.server.portfolio.Fact;
import centralcommand.schedule.network.Link;
import centralcommand.schedule.network.LinkType;

/** One milestone waits for another because of that link; a link from a whole program ties each of its milestones. */
public record Tie(Fact<MilestonesLinked> link, MilestoneId from, MilestoneId to, LinkType type, int lagDays) {
    public Link<MilestoneId> asLink() {
        return new Link<>(from, to, type, lagDays);
    }
}
