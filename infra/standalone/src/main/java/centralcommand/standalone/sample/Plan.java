package centralcommand.standalone.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * The order in which steps are taken: by the day each was stated, then by file and line; but nothing before what it
 * speaks of, which some rows do (a link may have been stated before the program that waits).
 */
final class Plan {
    private static final Comparator<Node> ORDER = Comparator.comparing((Node node) -> node.step.day())
            .thenComparing(node -> node.step.firstRow().file())
            .thenComparing(node -> node.step.firstRow().line())
            .thenComparing(node -> node.index);

    private static final class Node {
        private final Step step;
        private final int index;
        private final List<Node> waiting = new ArrayList<>();
        private int waitsFor;

        Node(Step step, int index) {
            this.step = step;
            this.index = index;
        }
    }

    private Plan() {}

    /** All the steps. Those that wait for each other in a circle come last, for the service to judge. */
    static List<Step> ordered(List<Step> steps) {
        List<Node> nodes = linked(steps);
        PriorityQueue<Node> ready = new PriorityQueue<>(ORDER);
        nodes.stream().filter(node -> node.waitsFor == 0).forEach(ready::add);
        List<Step> ordered = new ArrayList<>(steps.size());
        while (!ready.isEmpty()) {
            Node next = ready.remove();
            ordered.add(next.step);
            for (Node waiting : next.waiting) {
                waiting.waitsFor--;
                if (waiting.waitsFor == 0) {
                    ready.add(waiting);
                }
            }
        }
        nodes.stream().filter(node -> node.waitsFor > 0).sorted(ORDER).forEach(node -> ordered.add(node.step));
        return ordered;
    }

    private static List<Node> linked(List<Step> steps) {
        List<Node> nodes = new ArrayList<>();
        Map<String, Node> givers = new HashMap<>();
        for (Step step : steps) {
            Node node = new Node(step, nodes.size());
            nodes.add(node);
            step.gives().forEach(id -> givers.putIfAbsent(id, node));
        }
        for (Node node : nodes) {
            for (String id : node.step.needs()) {
                Node giver = givers.get(id);
                if (giver != null && giver != node) {
                    giver.waiting.add(node);
                    node.waitsFor++;
                }
            }
        }
        return nodes;
    }
}
