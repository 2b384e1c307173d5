package centralcommand.query.server.board;

import centralcommand.query.contract.board.Coverage;
import centralcommand.query.contract.board.Decision;
import centralcommand.query.contract.board.Headline;
import centralcommand.query.server.coverage.Coverages;
import centralcommand.query.server.handoff.HandoffsView;
import centralcommand.query.server.portfolio.Audience;
import centralcommand.query.server.portfolio.Kept;
import centralcommand.query.server.view.Sight;
import java.time.LocalDate;
import java.util.List;

/** What the board says above its rows, over all that the viewer sees; kept as long as nothing that they see changes. */
record Overview(Coverage coverage, List<Headline> headlines, List<Decision> decisions, int handoffsAtRisk) {
    private static final int MOST_DECISIONS = 5;

    /** @param day on which the world is looked at, by what is recorded: a hidden slip is shown to others some days later than to its owner */
    private record Viewpoint(Audience audience, LocalDate today, LocalDate day) {}

    /** Of one portfolio. */
    private record Overviews(Kept<Viewpoint, Overview> kept) {}

    static Overview of(Sight sight) {
        return sight.portfolio()
                .derived(Overviews.class, before -> new Overviews(new Kept<>()))
                .kept()
                .get(new Viewpoint(sight.audience(), sight.today(), sight.past().day()), () -> make(sight));
    }

    private static Overview make(Sight sight) {
        return new Overview(
                Coverages.of(sight),
                Headlines.of(sight),
                Decisions.all(sight).stream().limit(MOST_DECISIONS).toList(),
                HandoffsView.atRisk(sight));
    }
}
