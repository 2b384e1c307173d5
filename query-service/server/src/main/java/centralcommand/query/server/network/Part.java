package centralcommand.query.server.network;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.shared.Agency;
import centralcommand.query.server.portfolio.Milestone;
import centralcommand.query.server.portfolio.Portfolio;
import centralcommand.query.server.portfolio.Program;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One program's part of the network.
 *
 * @param milestones of which it was made: the same list as long as nothing changed
 * @param left those of its nodes that do not count
 * @param promisedEnd the latest date of its current baselines; absent where nothing is promised
 */
record Part(
        ProgramId programId,
        Agency agency,
        List<Milestone> milestones,
        List<Node> nodes,
        List<Node> left,
        @Nullable LocalDate promisedEnd) {

    static Part of(Portfolio portfolio, Program program, @Nullable Part before) {
        List<Milestone> milestones = portfolio.milestones(program);
        return before != null && before.milestones == milestones ? before : of(program, milestones);
    }

    private static Part of(Program program, List<Milestone> milestones) {
        List<Node> nodes = milestones.stream().map(Node::of).toList();
        return new Part(
                program.id(),
                program.leadAgency(),
                milestones,
                nodes,
                nodes.stream().filter(node -> !node.counts()).toList(),
                milestones.stream()
                        .map(Milestone::current)
                        .filter(Objects::nonNull)
                        .map(dated -> dated.stated().date())
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }

    boolean isLaidOutAs(@Nullable Part other) {
        return this == other
                || other != null
                        && agency.equals(other.agency)
                        && nodes.size() == other.nodes.size()
                        && IntStream.range(0, nodes.size())
                                .allMatch(i -> nodes.get(i).isLaidOutAs(other.nodes.get(i)));
    }
}
