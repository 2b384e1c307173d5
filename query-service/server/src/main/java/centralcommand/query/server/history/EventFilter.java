package centralcommand.query.server.history;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.query.server.portfolio.Index;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which events are asked for.
 *
 * @param program the same as {@code programId}; a query may use either
 * @param type stored name
 * @param source words that the source must hold
 */
record EventFilter(
        @Nullable ProgramId program,
        @Nullable ProgramId programId,
        @Nullable MilestoneId milestoneId,
        @Nullable String actor,
        @Nullable String type,
        @Nullable String source,
        @Nullable String commandId) {

    /** Positions of events that are all that is asked for, ascending; absent where nothing is asked for, so all are meant. */
    @Nullable
    Vector<Long> candidates(Index index) {
        List<Vector<Long>> found = new ArrayList<>();
        if (program != null) {
            found.add(index.at(Index.program(program)));
        }
        if (programId != null) {
            found.add(index.at(Index.program(programId)));
        }
        if (milestoneId != null) {
            found.add(index.at(Index.milestone(milestoneId)));
        }
        if (actor != null && !actor.isBlank()) {
            found.add(index.at(Index.actor(actor)));
        }
        if (type != null && !type.isBlank()) {
            found.add(index.at(Index.type(type)));
        }
        if (commandId != null && !commandId.isBlank()) {
            found.add(index.at(Index.command(commandId)));
        }
        if (source != null && !source.isBlank()) {
            found.add(index.withSource(source));
        }
        if (found.isEmpty()) {
            return null;
        }
        found.sort(Comparator.comparingInt(Vector::size));
        List<Set<Long>> others =
                found.subList(1, found.size()).stream().map(Vector::toJavaSet).toList();
        return found.getFirst().filter(position -> others.stream().allMatch(other -> other.contains(position)));
    }
}
