package centralcommand.ledger.mongo;

import static java.nio.charset.StandardCharsets.UTF_8;

import centralcommand.ledger.CommandKey;
import centralcommand.ledger.Commit;
import centralcommand.ledger.LedgerException;
import centralcommand.ledger.NewEvent;
import centralcommand.ledger.append.Outcome;
import centralcommand.ledger.append.Outcome.Refused;
import centralcommand.ledger.mongo.SimulatedSlots.Fate;
import centralcommand.ledger.mongo.SimulatedSlots.Network;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A history that a test directs: nothing happens by chance but the order of messages that arrive together. */
final class Scene {
    private static final Duration LIMIT = Duration.ofSeconds(3);

    final World world = new World(1);
    final SimulatedMongo mongo = new SimulatedMongo(world);
    final Book book = new Book();
    private final Rules rules;
    private final History.Removed removed;

    Scene(Rules rules, History.Removed removed) {
        this.rules = rules;
        this.removed = removed;
        mongo.electing = false;
        world.run(Duration.ofMillis(100));
    }

    Process process(String name) {
        return new Process(name);
    }

    /** Node 0 is cut off with what only it has; the others go on under node 1. */
    void failOver() {
        mongo.move(mongo.node(0), 1);
        mongo.elect(1);
    }

    void run(long milliseconds) {
        world.run(Duration.ofMillis(milliseconds));
    }

    /** Mends everything, lets it come to rest and says what is wrong. */
    List<String> end() {
        mongo.onInsert = (node, commits) -> {};
        mongo.replicating = true;
        mongo.heal();
        run(10_000);
        world.stop();
        return book.check(mongo.committed());
    }

    static Commit commit(String stream, long sequence, String id) {
        return commit(stream, sequence, id, "thing");
    }

    static Commit commit(String stream, long sequence, String id, String type) {
        var bytes = "{}".getBytes(UTF_8);
        return Commit.of(new NewEvent(stream, sequence, id, type, 1, bytes, bytes))
                .carryingOut(new CommandKey("kim", id, "hash"));
    }

    /** A service with the real writer. */
    final class Process {
        private final String name;
        final World.SteppedClock clock = world.clock();
        private final Deque<List<Commit>> queue = new ArrayDeque<>();
        private final Deque<Fate> fates = new ArrayDeque<>();
        private final World.Actor actor;
        final List<Outcome> outcomes = new ArrayList<>();

        Process(String name) {
            this.name = name;
            this.actor = world.start(name, this::act);
        }

        /** What becomes of the next messages from or to it; those after them arrive. */
        void next(Fate... fates) {
            this.fates.addAll(List.of(fates));
        }

        private Fate fate(World world) {
            var directed = fates.poll();
            return directed == null ? Network.CALM.next(world) : directed;
        }

        void append(Commit... batch) {
            queue.add(List.of(batch));
            world.after(Duration.ZERO, actor::resume);
        }

        void crash() {
            actor.crash();
        }

        private void act(World.Actor self) {
            var slots = new SimulatedSlots(mongo, self, name, this::fate);
            removed.from(slots);
            var writer =
                    new MongoWriter("simulated", name, slots, clock, new HighWater("simulated"), self, LIMIT, rules);
            while (true) {
                while (queue.isEmpty()) {
                    self.stand();
                }
                write(writer, queue.poll());
            }
        }

        private void write(MongoWriter writer, List<Commit> batch) {
            List<Outcome> answered;
            try {
                answered = writer.write(batch);
            } catch (LedgerException e) {
                answered =
                        batch.stream().map(commit -> (Outcome) new Refused(e)).toList();
            }
            for (var i = 0; i < batch.size(); i++) {
                book.tell(batch.get(i), answered.get(i));
            }
            outcomes.addAll(answered);
        }
    }
}
