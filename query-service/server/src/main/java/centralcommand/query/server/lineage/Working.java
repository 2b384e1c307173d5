package centralcommand.query.server.lineage;

import centralcommand.query.contract.history.Lineage;
import centralcommand.query.contract.history.Lineage.Contribution;
import centralcommand.query.server.history.EventRows;
import centralcommand.query.server.portfolio.Fact;
import centralcommand.query.server.view.Log;
import centralcommand.query.server.view.Sight;
import java.util.ArrayList;
import java.util.List;

/** A lineage under way: the entries found so far, each with its part. */
final class Working {
    private final Sight sight;
    private final EventRows rows;
    private final List<Contribution> contributions = new ArrayList<>();

    Working(Sight sight, Log log) {
        this.sight = sight;
        this.rows = new EventRows(sight, log);
    }

    Sight sight() {
        return sight;
    }

    Working add(Fact<?> fact, String contributes) {
        return add(fact.position(), contributes);
    }

    Working add(long position, String contributes) {
        rows.at(position).ifPresent(row -> contributions.add(new Contribution(row, contributes)));
        return this;
    }

    Lineage is(String figure, String title, String value, String working) {
        return new Lineage(sight.standpoint(), figure, title, value, working, List.copyOf(contributions));
    }
}
