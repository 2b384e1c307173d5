package centralcommand.query.server.network;

import centralcommand.command.contract.schedule.MilestoneId;
import java.util.ArrayList;
import java.util.List;

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
}
