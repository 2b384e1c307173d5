package centralcommand.command.server.decision;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.server.directory.Directory.MilestoneLink;
import centralcommand.command.server.directory.Directory.Promise;
import centralcommand.command.server.directory.Entry;
import io.vavr.collection.List;
import java.util.Optional;

/** What the actor knows of programs and milestones: rules tell nobody of an entry that they may not see. */
public final class Known {
    private Known() {}

    public static boolean program(ProgramId program, Context context) {
        Entry proposal = context.directory().proposalOf(program);
        return proposal != null && proposal.countsFor(context.actor().viewer());
    }

    /** Whether it is a milestone of that program. */
    public static boolean milestone(MilestoneId milestone, ProgramId program, Context context) {
        Promise promise = context.directory().promiseOf(milestone);
        if (promise == null || !promise.programId().equals(program)) {
            return false;
        }
        Entry proposal = context.directory().entry(promise.position());
        return proposal != null && proposal.countsFor(context.actor().viewer());
    }

    /**
     * Milestones that would wait for each other.
     *
     * @param milestones from the one that is waited for, round to itself
     * @param seen whether the actor knows of all that closes it
     */
    public record Circle(java.util.List<MilestoneId> milestones, boolean seen) {}

    /** The circle that would be closed if the second waited for the first; empty where none would be. */
    public static Optional<Circle> circle(MilestoneId from, MilestoneId to, Context context) {
        List<MilestoneLink> path = context.directory().path(to, from);
        return path == null
                ? Optional.empty()
                : Optional.of(new Circle(
                        List.of(from, to).appendAll(path.map(MilestoneLink::to)).asJava(), path.forAll(link -> {
                            Entry entry = context.directory().entry(link.position());
                            return entry != null
                                    && entry.shownTo(context.actor().viewer());
                        })));
    }
}
