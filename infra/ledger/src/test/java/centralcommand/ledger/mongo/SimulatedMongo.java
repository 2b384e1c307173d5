package centralcommand.ledger.mongo;

import centralcommand.ledger.mongo.Inserted.Doubt;
import centralcommand.ledger.mongo.Inserted.Refused;
import centralcommand.ledger.mongo.Inserted.Stored;
import centralcommand.ledger.mongo.Inserted.Taken;
import centralcommand.ledger.mongo.Inserted.Unknown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a replica set of three does that matters here: terms and elections, one log that secondaries copy from a primary, roll-back of what
 * an old primary had alone, a commit point that moves when a majority has it on disk, primaries that do not know yet that they are
 * none, crashes that lose what was not on disk. Ordered inserts look into unique indexes over what the node itself has.
 *
 * <p>It is a model: it shows that the rules hold on a database that does what MongoDB promises, not that MongoDB does.
 */
final class SimulatedMongo {
    static final int NODES = 3;
    private static final int MAJORITY = 2;
    private static final Duration MAJORITY_WITHIN = Duration.ofMillis(500);

    private static final Duration COPIED_WITHIN = Duration.ofMillis(6);

    /** Answers with this are no answers. */
    static final Object NOT_PRIMARY = "not primary";

    final World world;
    final List<Node> nodes;

    /** Nodes and clients on different sides do not hear each other. */
    private final Map<Object, Integer> sides = new HashMap<>();

    /** Called when a primary has done an insert and nobody has copied it yet. */
    OnInsert onInsert = (node, commits) -> {};

    /** How likely it is that a primary is interrupted in the middle of an insert. */
    double interruption;

    /** Whether anything can be copied or elected; directed tests hold it still at times. */
    boolean replicating = true;

    boolean electing = true;

    SimulatedMongo(World world) {
        this.world = world;
        this.nodes = IntStream.range(0, NODES).mapToObj(Node::new).toList();
        nodes.forEach(node -> world.every(Duration.ofMillis(23L + node.id), node::beat));
        elect(0);
    }

    @FunctionalInterface
    interface OnInsert {
        void happened(Node node, List<StoredCommit> commits);
    }

    /** @param commit null for what a new primary writes to begin its term */
    record Entry(long term, @Nullable StoredCommit commit) {}

    private record Waiter(int index, Object answer, Consumer<Object> reply) {}

    boolean hears(Object one, Object other) {
        return sides.getOrDefault(one, 0).equals(sides.getOrDefault(other, 0));
    }

    void move(Object who, int side) {
        sides.put(who, side);
    }

    void heal() {
        sides.clear();
        nodes.forEach(node -> node.up = true);
    }

    Node node(int id) {
        return nodes.get(id);
    }

    /** Makes it the primary of a new term, if a majority votes for it. */
    boolean elect(int id) {
        return node(id).stand();
    }

    /** The newest primary. */
    @Nullable
    Node primary() {
        return nodes.stream()
                .filter(node -> node.up && node.primary)
                .max((a, b) -> Long.compare(a.term, b.term))
                .orElse(null);
    }

    /** What everybody will have for ever. */
    List<StoredCommit> committed() {
        var longest = nodes.getFirst();
        for (var node : nodes) {
            if (node.committed > longest.committed) {
                longest = node;
            }
        }
        return longest.commits(longest.committed);
    }

    boolean isQuiet() {
        var primary = primary();
        return primary != null
                && nodes.stream()
                        .allMatch(node -> node.up
                                && node.log.size() == primary.log.size()
                                && node.committed == primary.log.size()
                                && node.log.getLast().term == primary.log.getLast().term);
    }

    /** Puts everything back to how it was when that commit was the last one, as an operator does with a backup. */
    void restore(long number) {
        for (var node : nodes) {
            node.log.removeIf(entry -> entry.commit != null && entry.commit.number() > number);
            node.onDisk = node.log.size();
            node.committed = node.log.size();
            node.waiters.clear();
            node.index();
            Arrays.fill(node.copied, 0);
        }
    }

    /** One member of the set. */
    final class Node {
        final int id;
        boolean up = true;
        boolean primary;
        long term;
        private long voted;
        private final List<Entry> log = new ArrayList<>();
        private int onDisk;
        private int committed;
        private final int[] copied = new int[NODES];
        private final List<Waiter> waiters = new ArrayList<>();
        private final Set<String> taken = new HashSet<>();

        Node(int id) {
            this.id = id;
        }

        // ---- the set

        private void beat() {
            if (!up) {
                return;
            }
            onDisk = primary || world.chance(0.7) ? log.size() : onDisk;
            for (var other : nodes) {
                if (other.up && hears(this, other) && other.term > term) {
                    term = other.term;
                    stepDown();
                }
            }
            var leader = leader();
            if (leader != null && leader != this && replicating) {
                copyFrom(leader);
            } else if (leader == null && electing && world.chance(0.02)) {
                stand();
            }
            if (primary) {
                copied[id] = onDisk;
                moveCommitPoint();
            }
        }

        private @Nullable Node leader() {
            Node leader = null;
            for (var other : nodes) {
                if (other.up && other.primary && hears(this, other) && other.term >= term) {
                    leader = leader == null || other.term > leader.term ? other : leader;
                }
            }
            return leader;
        }

        private void copyFrom(Node leader) {
            var common = Math.min(log.size(), leader.log.size());
            while (common > 0 && log.get(common - 1) != leader.log.get(common - 1)) {
                common--;
            }
            if (common < log.size()) {
                if (common < committed) {
                    throw new IllegalStateException(
                            "The simulated set rolls back what it has committed: it is wrong itself.");
                }
                log.subList(common, log.size()).clear();
                onDisk = Math.min(onDisk, common);
                index();
            }
            var missing = leader.log.size() - common;
            if (missing > 0) {
                var some = world.chance(0.3) ? world.random.nextInt(1, missing + 1) : missing;
                for (var entry : leader.log.subList(common, common + some)) {
                    append(entry);
                }
            }
            onDisk = world.chance(0.8) ? log.size() : onDisk;
            leader.copied[id] = Math.max(leader.copied[id], onDisk);
            leader.moveCommitPoint();
            committed = Math.max(committed, Math.min(leader.committed, log.size()));
        }

        private void moveCommitPoint() {
            if (!primary) {
                return;
            }
            copied[id] = onDisk;
            var ascending = copied.clone();
            Arrays.sort(ascending);
            var byMajority = Math.min(ascending[NODES - MAJORITY], log.size());
            if (byMajority > committed && log.get(byMajority - 1).term == term) {
                committed = byMajority;
                var ready = waiters.stream()
                        .filter(waiter -> waiter.index <= committed)
                        .toList();
                waiters.removeAll(ready);
                ready.forEach(waiter -> waiter.reply.accept(waiter.answer));
            }
        }

        private boolean stand() {
            var newTerm = nodes.stream()
                            .filter(node -> node.up && hears(this, node))
                            .mapToLong(node -> Math.max(node.term, node.voted))
                            .max()
                            .orElse(term)
                    + 1;
            var voters = nodes.stream()
                    .filter(node -> node.up && hears(this, node) && node.voted < newTerm && !isBehind(node))
                    .toList();
            if (!up || voters.size() < MAJORITY) {
                return false;
            }
            for (var voter : voters) {
                voter.voted = newTerm;
                voter.term = newTerm;
                voter.stepDown();
            }
            primary = true;
            Arrays.fill(copied, 0);
            append(new Entry(newTerm, null));
            return true;
        }

        private boolean isBehind(Node other) {
            var mine = log.isEmpty() ? 0 : log.getLast().term;
            var others = other.log.isEmpty() ? 0 : other.log.getLast().term;
            return mine < others || (mine == others && log.size() < other.log.size());
        }

        void stepDown() {
            primary = false;
            var interrupted = List.copyOf(waiters);
            waiters.clear();
            interrupted.forEach(
                    waiter -> waiter.reply.accept(new Unknown(Doubt.NO_ANSWER, "the primary stepped down")));
        }

        /** What was not on disk is lost; nobody gets an answer. */
        void crash() {

            up = false;
            primary = false;
            waiters.clear();
            log.subList(onDisk, log.size()).clear();
            committed = Math.min(committed, log.size());
            index();
        }

        private void append(Entry entry) {
            log.add(entry);
            if (entry.commit != null) {
                taken.addAll(keys(entry.commit));
            }
        }

        private void index() {
            taken.clear();
            commits(log.size()).forEach(commit -> taken.addAll(keys(commit)));
        }

        // ---- commands of clients

        void insert(List<StoredCommit> commits, Consumer<Object> reply) {
            if (!primary) {
                reply.accept(NOT_PRIMARY);
                return;
            }
            Object answer = new Stored();
            for (var i = 0; i < commits.size(); i++) {
                var commit = commits.get(i);
                if (world.chance(interruption)) {
                    onInsert.happened(this, commits);
                    reply.accept(new Unknown(Doubt.NO_ANSWER, "interrupted"));
                    return;
                }
                if (keys(commit).stream().anyMatch(taken::contains)) {
                    answer = new Taken();
                    break;
                }
                if (isPoison(commit)) {
                    answer = new Refused(i, "document failed validation");
                    break;
                }
                append(new Entry(term, commit));
            }
            onInsert.happened(this, commits);
            nodes.stream()
                    .filter(node -> node != this)
                    .forEach(node -> world.after(world.upTo(COPIED_WITHIN), node::beat));
            await(answer, answer instanceof Taken && world.chance(0.5), reply);
        }

        static boolean isPoison(StoredCommit stored) {
            return stored.commit().events().stream()
                    .anyMatch(event -> event.type().equals("poison"));
        }

        private void await(Object answer, boolean notForMajority, Consumer<Object> reply) {
            if (notForMajority || committed >= log.size()) {
                reply.accept(answer);
                return;
            }
            var waiter = new Waiter(log.size(), answer, reply);
            waiters.add(waiter);
            world.after(MAJORITY_WITHIN, () -> {
                if (waiters.remove(waiter)) {
                    reply.accept(
                            answer instanceof Taken || answer instanceof Refused
                                    ? answer
                                    : new Unknown(Doubt.NOT_YET_MAJORITY, "waiting for replication timed out"));
                }
            });
        }

        /** @param majority whether only what a majority has is looked at */
        void read(boolean majority, Consumer<Object> reply) {
            reply.accept(primary ? commits(majority ? committed : log.size()) : NOT_PRIMARY);
        }

        /** Answers only if a majority still follows this primary. */
        void confirm(Consumer<Object> reply) {
            if (!primary) {
                reply.accept(NOT_PRIMARY);
                return;
            }
            append(new Entry(term, null));
            await(
                    "confirmed",
                    false,
                    answer -> reply.accept(answer.equals("confirmed") ? commits(committed) : NOT_PRIMARY));
        }

        List<StoredCommit> commits(int upTo) {
            var commits = new ArrayList<StoredCommit>();
            for (var entry : log.subList(0, upTo)) {
                if (entry.commit != null) {
                    commits.add(entry.commit);
                }
            }
            return commits;
        }

        @Override
        public String toString() {
            return "node %d".formatted(id);
        }
    }

    /** The keys of all unique indexes. */
    private static List<String> keys(StoredCommit stored) {
        var keys = new ArrayList<String>();
        keys.add("slot " + stored.number());
        var command = stored.commit().command();
        if (command != null) {
            keys.add("command %s/%s".formatted(command.actor(), command.commandId()));
        }
        for (var event : stored.commit().events()) {
            keys.add("event " + event.eventId());
            keys.add("stream %s@%d".formatted(event.stream(), event.sequence()));
        }
        return keys;
    }
}
