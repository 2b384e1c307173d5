package centralcommand.query.server.network;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.query.server.portfolio.Portfolio;
import centralcommand.query.server.portfolio.Program;
import centralcommand.schedule.network.Network;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a network of one portfolio is made of, before any date is worked out: milestones, who waits for whom, and what each is said to be. */
final class Model {
    private final Portfolio portfolio;
    private final LocalDate today;
    private final Calendars calendars;
    private final Map<ProgramId, Part> parts;

    /** In the order of the network. */
    private final Node[] nodes;

    /** Those that the network has not. */
    private final Map<MilestoneId, Node> left;

    private final Layout layout;
    private final Map<MilestoneId, Awaited> awaited;

    private Model(
            Portfolio portfolio,
            LocalDate today,
            Calendars calendars,
            Map<ProgramId, Part> parts,
            Node[] nodes,
            Map<MilestoneId, Node> left,
            Layout layout) {
        this.portfolio = portfolio;
        this.today = today;
        this.calendars = calendars;
        this.parts = parts;
        this.nodes = nodes;
        this.left = left;
        this.layout = layout;
        awaited = Awaited.of(portfolio, today);
    }

    /** @param before an earlier one, of which whatever has not changed is kept */
    static Model of(Portfolio portfolio, LocalDate today, @Nullable Model before) {
        Calendars calendars = Calendars.of(portfolio, today);
        Map<ProgramId, Part> known = before == null ? Map.of() : before.parts;
        Map<ProgramId, Part> parts = LinkedHashMap.newLinkedHashMap(known.size());
        Map<MilestoneId, Node> left = new HashMap<>();
        for (Program program : portfolio.programs()) {
            Part part = Part.of(portfolio, program, known.get(program.id()));
            parts.put(program.id(), part);
            part.left().forEach(node -> left.put(node.id(), node));
        }
        List<Tie> promised = Tie.of(portfolio.handoffs());
        if (before != null && before.isLaidOutAs(portfolio, calendars, parts, promised)) {
            Node[] nodes = before.nodes.clone();
            parts.values().stream()
                    .filter(part -> part != known.get(part.programId()))
                    .forEach(part -> place(part, before.layout, nodes));
            return new Model(portfolio, today, before.calendars, parts, nodes, left, before.layout);
        }
        Layout layout = Layout.of(parts, portfolio.links(), promised, calendars);
        Network<MilestoneId> network = layout.network();
        Node[] nodes = new Node[network == null ? 0 : network.size()];
        parts.values().forEach(part -> place(part, layout, nodes));
        return new Model(portfolio, today, calendars, parts, nodes, left, layout);
    }

    private static void place(Part part, Layout layout, Node[] nodes) {
        Network<MilestoneId> network = layout.network();
        if (network != null) {
            part.nodes().stream().filter(Node::counts).forEach(node -> nodes[network.order(node.id())] = node);
        }
    }

    private boolean isLaidOutAs(
            Portfolio other, Calendars otherCalendars, Map<ProgramId, Part> otherParts, List<Tie> promised) {
        return portfolio.links() == other.links()
                && layout.promised().equals(promised)
                && calendars.isSameAs(otherCalendars)
                && parts.size() == otherParts.size()
                && otherParts.values().stream().allMatch(part -> part.isLaidOutAs(parts.get(part.programId())));
    }

    boolean isLaidOutAs(Model other) {
        return layout == other.layout;
    }

    /** Of one that is laid out alike, those of which something else is said, or that wait for another day. */
    BitSet changedSince(Model before) {
        BitSet changed = new BitSet(nodes.length);
        for (int place = 0; place < nodes.length; place++) {
            changed.set(place, nodes[place] != before.nodes[place]);
        }
        Stream.of(awaited, before.awaited)
                .map(Map::keySet)
                .flatMap(Set::stream)
                .filter(id -> has(id) && !Objects.equals(awaited.get(id), before.awaited.get(id)))
                .forEach(id -> changed.set(order(id)));
        return changed;
    }

    Portfolio portfolio() {
        return portfolio;
    }

    LocalDate today() {
        return today;
    }

    Calendars calendars() {
        return calendars;
    }

    Layout layout() {
        return layout;
    }

    /** Absent where there is no milestone. */
    @Nullable
    Network<MilestoneId> network() {
        return layout.network();
    }

    @Nullable
    Part part(ProgramId id) {
        return parts.get(id);
    }

    int size() {
        return nodes.length;
    }

    /** By its place in the network. */
    Node node(int place) {
        return nodes[place];
    }

    Node node(MilestoneId id) {
        return has(id)
                ? nodes[order(id)]
                : Objects.requireNonNull(left.get(id), () -> id + " is no milestone of this network.");
    }

    boolean has(MilestoneId id) {
        Network<MilestoneId> network = layout.network();
        return network != null && network.has(id);
    }

    /** Its place in an order in which each comes after what it waits for; those that the network has not come last. */
    int order(MilestoneId id) {
        Network<MilestoneId> network = layout.network();
        return network == null || !network.has(id) ? Integer.MAX_VALUE : network.order(id);
    }

    Optional<Awaited> awaited(MilestoneId id) {
        return awaited.isEmpty() ? Optional.empty() : Optional.ofNullable(awaited.get(id));
    }
}
