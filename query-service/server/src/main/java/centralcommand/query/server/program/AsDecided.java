package centralcommand.query.server.program;

import centralcommand.command.contract.schedule.NewDate;
import centralcommand.query.server.portfolio.Audience;
import centralcommand.query.server.portfolio.Fact;
import centralcommand.query.server.portfolio.Milestone;
import centralcommand.query.server.portfolio.Milestone.Dated;
import centralcommand.query.server.portfolio.Portfolio;
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

    /** What is known of all dates of the request when it is decided: before, or as things are while it waits. */
    public static Portfolio knownTo(Sight sight, Rebaseline rebaseline) {
        Fact<?> verdict = rebaseline.verdict();
        return verdict == null ? sight.portfolio() : sight.portfolioAt(verdict.position() - 1, Audience.CZAR);
    }

    /** @param known {@link #knownTo} the office */
    public static AsDecided of(Sight sight, Portfolio known, Rebaseline rebaseline, NewDate asked) {
        Dated promise = new Dated(asked.promised(), rebaseline.request(), rebaseline.verdict());
        Milestone now = sight.portfolio().milestone(asked.milestoneId()).orElse(null);
        return new AsDecided(
                promise,
                known.milestone(asked.milestoneId())
                        .map(milestone -> milestone.knowing(sight::shows))
                        .orElse(null),
                rebaseline.isPending() && now != null ? now.promised(promise) : now);
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
