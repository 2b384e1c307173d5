package centralcommand.query.server.network;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.LinkEnd;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.ScheduleEvent.MilestonesLinked;
import centralcommand.query.server.portfolio.Fact;
import centralcommand.schedule.network.Activity;
import centralcommand.schedule.network.CycleException;
import centralcommand.schedule.network.LinkType;
import centralcommand.schedule.network.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which milestones wait for which, as far as links between milestones and promised hand-offs say so. A link that closes a circle is refused,
 * but only as far as its author sees the others; what is released or struck later, or a milestone added to a program that others wait for as a
 * whole, can close one: then the youngest of the circle is left out.
 *
 * @param network absent where there is no milestone
 * @param ties by the milestone that waits
 * @param promised those of them that are of hand-offs, as they came
 * @param programs of the milestones
 * @param linksFrom by the order of the network, numbers of the links on which others wait for the milestone; numbers begin at 0
 * @param leftOut entries of links, or of hand-offs, that would have closed a circle, earliest first
 */
record Layout(
        @Nullable Network<MilestoneId> network,
        Map<MilestoneId, List<Tie>> ties,
        List<Tie> promised,
        Groups programs,
        int[][] linksFrom,
        List<Fact<?>> leftOut) {

    /** @param byPlace the program of each milestone in the order of the network, by its place among the ids */
    record Groups(List<ProgramId> ids, int[] byPlace) {
        static Groups of(Network<MilestoneId> network, Collection<Part> parts) {
            List<ProgramId> ids = new ArrayList<>(parts.size());
            int[] byPlace = new int[network.size()];
            for (Part part : parts) {
                part.nodes().stream()
                        .filter(Node::counts)
                        .forEach(node -> byPlace[network.order(node.id())] = ids.size());
                ids.add(part.programId());
            }
            return new Groups(ids, byPlace);
        }
    }

    static Layout of(
            Map<ProgramId, Part> parts, List<Fact<MilestonesLinked>> links, List<Tie> promised, Calendars calendars) {
        List<Activity<MilestoneId>> activities = new ArrayList<>();
        Map<MilestoneId, ProgramId> programs = new HashMap<>();
        parts.values()
                .forEach(part -> part.nodes().stream()
                        .filter(Node::counts)
                        .filter(node -> programs.putIfAbsent(node.id(), part.programId()) == null)
                        .forEach(node -> activities.add(new Activity<>(
                                node.id(),
                                node.durationDays(),
                                calendars.of(node.milestone().program().leadAgency())))));
        List<Tie> ties = new ArrayList<>();
        links.forEach(link -> ties(link, programs, parts, ties));
        promised.stream()
                .filter(tie -> programs.containsKey(tie.from()) && programs.containsKey(tie.to()))
                .forEach(ties::add);
        return activities.isEmpty()
                ? new Layout(null, Map.of(), promised, new Groups(List.of(), new int[0]), new int[0][], List.of())
                : withoutCircles(activities, ties, promised, parts.values());
    }

    private static void ties(
            Fact<MilestonesLinked> fact,
            Map<MilestoneId, ProgramId> programs,
            Map<ProgramId, Part> parts,
            List<Tie> ties) {
        MilestonesLinked link = fact.event();
        MilestoneId to = link.to().milestoneId();
        if (to == null || !programs.containsKey(to)) {
            return;
        }
        LinkType type = link.type() == null
                ? LinkType.FINISH_TO_START
                : LinkType.valueOf(link.type().name());
        int lagDays = link.lagDays() == null ? 0 : link.lagDays();
        for (MilestoneId from : ends(link.from(), parts)) {
            if (programs.containsKey(from) && !from.equals(to)) {
                ties.add(new Tie(fact, from, to, type, lagDays));
            }
        }
    }

    private static List<MilestoneId> ends(LinkEnd from, Map<ProgramId, Part> parts) {
        MilestoneId milestoneId = from.milestoneId();
        if (milestoneId != null) {
            return List.of(milestoneId);
        }
        Part part = from.programId() == null ? null : parts.get(from.programId());
        return part == null ? List.of() : part.nodes().stream().map(Node::id).toList();
    }

    private static Layout withoutCircles(
            List<Activity<MilestoneId>> activities, List<Tie> all, List<Tie> promised, Collection<Part> parts) {
        List<Fact<?>> leftOut = new ArrayList<>();
        Set<Long> out = new HashSet<>();
        List<Tie> ties = all;
        while (true) {
            try {
                Network<MilestoneId> network =
                        Network.of(activities, ties.stream().map(Tie::asLink).toList());
                leftOut.sort(Comparator.comparingLong(Fact::position));
                return new Layout(
                        network,
                        byWaiting(ties),
                        promised,
                        Groups.of(network, parts),
                        linksFrom(network, ties),
                        List.copyOf(leftOut));
            } catch (CycleException circle) {
                Fact<?> youngest = youngest(circle.path(), ties);
                leftOut.add(youngest);
                out.add(youngest.position());
                ties = ties.stream()
                        .filter(tie -> !out.contains(tie.basis().position()))
                        .toList();
            }
        }
    }

    /** Each on the path waits for the one before it, and the first for the last. */
    private static Fact<?> youngest(List<?> path, List<Tie> ties) {
        Map<Object, Object> waitsFor = new HashMap<>();
        IntStream.range(0, path.size())
                .forEach(i -> waitsFor.put(path.get(i), path.get((i + path.size() - 1) % path.size())));
        return ties.stream()
                .filter(tie -> tie.from().equals(waitsFor.get(tie.to())))
                .max(Comparator.comparingLong(tie -> tie.basis().position()))
                .orElseThrow()
                .basis();
    }

    private static Map<MilestoneId, List<Tie>> byWaiting(List<Tie> ties) {
        Map<MilestoneId, List<Tie>> byWaiting = new HashMap<>();
        ties.forEach(tie ->
                byWaiting.computeIfAbsent(tie.to(), key -> new ArrayList<>(2)).add(tie));
        return byWaiting;
    }

    private static int[][] linksFrom(Network<MilestoneId> network, List<Tie> ties) {
        Map<Long, Integer> numbers = new HashMap<>();
        int[][] from = new int[network.size()][0];
        for (Tie tie : ties) {
            if (tie.link() != null) {
                int place = network.order(tie.from());
                from[place] = Arrays.copyOf(from[place], from[place].length + 1);
                from[place][from[place].length - 1] =
                        numbers.computeIfAbsent(tie.basis().position(), key -> numbers.size());
            }
        }
        return from;
    }

    List<Tie> ties(MilestoneId waiting) {
        return ties.getOrDefault(waiting, List.of());
    }
}
