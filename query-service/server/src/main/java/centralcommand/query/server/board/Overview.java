package centralcommand.query.server.board;

import centralcommand.query.contract.board.Coverage;
import centralcommand.query.contract.board.Decision;
import centralcommand.query.contract.board.Headline;
import centralcommand.query.server.coverage.Coverages;
import centralcommand.query.server.handoff.HandoffsView;
import centralcommand.query.server.portfolio.Audience;
import centralcommand.query.server.view.Sight;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the board says above its rows, over all that the viewer sees; kept as long as nothing that they see changes. */
record Overview(Coverage coverage, List<Headline> headlines, List<Decision> decisions, int handoffsAtRisk) {
    private static final int MOST_DECISIONS = 5;

    /** @param day on which the world is looked at, by what is recorded: a hidden slip is shown to others some days later than to its owner */
    private record Viewpoint(Audience audience, LocalDate today, LocalDate day) {}

    /** Of one portfolio. */
    private static final class Kept {
        private static final int MOST = 16;
        private final Map<Viewpoint, Overview> overviews = new ConcurrentHashMap<>();

        Overview of(Sight sight) {
            Viewpoint viewpoint =
                    new Viewpoint(sight.audience(), sight.today(), sight.past().day());
            Overview known = overviews.get(viewpoint);
            if (known == null) {
                known = make(sight);
                if (overviews.size() >= MOST) {
                    overviews.clear();
                }
                overviews.put(viewpoint, known);
            }
            return known;
        }
    }

    static Overview of(Sight sight) {
        return sight.portfolio().derived(Kept.class, before -> new Kept()).of(sight);
    }

    private static Overview make(Sight sight) {
        return new Overview(
                Coverages.of(sight),
                Headlines.of(sight),
                Decisions.all(sight).stream().limit(MOST_DECISIONS).toList(),
                HandoffsView.atRisk(sight));
    }
}
