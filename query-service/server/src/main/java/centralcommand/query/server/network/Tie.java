package centralcommand.query.server.network;

import centralcommand.command.contract.handoff.HandoffEvent;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.ScheduleEvent.MilestonesLinked;
import centralcommand.command.contract.shared.Event;
import centralcommand.query.server.portfolio.Fact;
import centralcommand.query.server.portfolio.Handoff;
import centralcommand.schedule.network.Link;
import centralcommand.schedule.network.LinkType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One milestone waits for another because of a link, or because a hand-off that is still owed was promised of it. A link from a whole program ties
 * each of its milestones.
 *
 * @param basis the entry that says so
 * @param lagDays working days
 */
public record Tie(Fact<? extends Event> basis, MilestoneId from, MilestoneId to, LinkType type, int lagDays) {

    /** Of hand-offs that are owed, from the milestone that gives. */
    static List<Tie> of(List<Handoff> handoffs) {
        return handoffs.stream()
                .filter(Handoff::isOwed)
                .<Tie>mapMulti((handoff, ties) -> {
                    MilestoneId giving = handoff.request().fromMilestoneId();
                    if (giving != null) {
                        handoff.promise().ifPresent(promise -> ties.accept(of(handoff, promise, giving)));
                    }
                })
                .toList();
    }

    private static Tie of(Handoff handoff, Fact<HandoffEvent> promise, MilestoneId giving) {
        return new Tie(promise, giving, handoff.request().toMilestoneId(), LinkType.FINISH_TO_START, 0);
    }

    /** Absent for a hand-off. */
    public @Nullable MilestonesLinked link() {
        return basis.event() instanceof MilestonesLinked link ? link : null;
    }

    /** Absent for a link. */
    public @Nullable HandoffEvent handoff() {
        return basis.event() instanceof HandoffEvent handoff ? handoff : null;
    }

    public Link<MilestoneId> asLink() {
        return new Link<>(from, to, type, lagDays);
    }
}
