package centralcommand.query.server.network;

import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.query.contract.schedule.Implied;
import centralcommand.query.server.network.Outlook.Hidden;
import centralcommand.query.server.view.Figures;
import java.util.List;
import java.util.Optional;

/** What a network says of one milestone, as it is answered. */
public final class ImpliedDates {
    private ImpliedDates() {}

    public static Optional<Implied> of(Outlook outlook, MilestoneId id) {
        return outlook.implied(id).map(span -> {
            List<MilestoneId> path = outlook.impliedPath(id);
            Hidden hidden = outlook.hidden().get(id);
            return new Implied(
                    span.first(),
                    span.last(),
                    hidden == null ? null : hidden.days(),
                    path.size() < 2 ? null : path.get(path.size() - 2),
                    Route.handoff(outlook, id).orElse(null),
                    path,
                    Figures.implied(id));
        });
    }
}
