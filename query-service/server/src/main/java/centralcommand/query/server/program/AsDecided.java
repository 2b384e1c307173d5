package centralcommand.query.server.program;

import centralcommand.command.contract.schedule.NewDate;
import centralcommand.query.server.portfolio.Audience;
import centralcommand.query.server.portfolio.Fact;
import centralcommand.query.server.portfolio.Milestone;
import centralcommand.query.server.portfolio.Milestone.Dated;
import centralcommand.query.server.portfolio.Rebaseline;
import centralcommand.query.server.view.Sight;
import org.jspecify.annotations.Nullable;

/**
 * A milestone for which another date is asked, on both sides of the decision.
 *
 * @param asked the promise asked for
 * @param until what the decision is made on: what the czar's office knew when it decided, whatever was released or struck since, as far as the
 *     viewer may see it; while the request waits, as things are. Absent where nothing of it is known
 * @param once as things are since; while it waits, as they would be if it were approved. Absent where the viewer does not know the milestone
 */
public record AsDecided(
        Dated asked, @Nullable Milestone until, @Nullable Milestone once) {

    public static AsDecided of(Sight sight, Rebaseline rebaseline, NewDate asked) {
        Dated promise = new Dated(asked.promised(), rebaseline.request(), rebaseline.verdict());
        Milestone now = sight.portfolio().milestone(asked.milestoneId()).orElse(null);
        Fact<?> verdict = rebaseline.verdict();
        return new AsDecided(
                promise,
                verdict == null ? now : justBefore(sight, verdict, asked),
                verdict != null || now == null ? now : now.promised(promise));
    }

    private static @Nullable Milestone justBefore(Sight sight, Fact<?> verdict, NewDate asked) {
        return sight.portfolioAt(verdict.position() - 1, Audience.CZAR)
                .milestone(asked.milestoneId())
                .map(known -> known.knowing(sight::shows))
                .orElse(null);
    }

    /** The first promise. */
    public @Nullable Dated original() {
        return once == null ? null : once.original();
    }

    /** The promise that stood until the decision. */
    public @Nullable Dated before() {
        return until == null ? null : until.current();
    }

    public @Nullable Dated expectedUntil() {
        return until == null ? null : until.expected();
    }

    public @Nullable Dated expectedOnce() {
        return once == null ? null : once.expected();
    }
}
