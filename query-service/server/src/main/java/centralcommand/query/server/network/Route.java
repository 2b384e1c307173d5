package centralcommand.query.server.network;

import centralcommand.command.contract.handoff.HandoffEvent;
import centralcommand.command.contract.handoff.HandoffId;
import centralcommand.command.contract.schedule.MilestoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How one milestone comes to hold up another: the ties between them, the nearest to the one that is held up last. */
public final class Route {
    private Route() {}

    /** The ties that decide the implied date, from the first milestone that decides to the one asked for. */
    public static List<Tie> implied(Outlook outlook, MilestoneId id) {
        List<MilestoneId> path = outlook.impliedPath(id);
        List<Tie> ties = new ArrayList<>();
        for (int i = 1; i < path.size(); i++) {
            MilestoneId from = path.get(i - 1);
            outlook.ties(path.get(i)).stream()
                    .filter(tie -> tie.from().equals(from))
                    .findFirst()
                    .ifPresent(ties::add);
        }
        return List.copyOf(ties);
    }

    /** The hand-off that holds the milestone up last: by its own day, or with the milestone that gives it. */
    static Optional<HandoffId> handoff(Outlook outlook, MilestoneId id) {
        List<Tie> ties = implied(outlook, id);
        return ties.isEmpty()
                ? outlook.awaited(id).map(awaited -> awaited.handoff().id())
                : Optional.ofNullable(ties.getLast().handoff()).map(HandoffEvent::handoffId);
    }
}
