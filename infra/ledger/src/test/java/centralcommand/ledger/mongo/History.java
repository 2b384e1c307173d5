package centralcommand.ledger.mongo;

import static java.nio.charset.StandardCharsets.UTF_8;

import centralcommand.ledger.CommandKey;
import centralcommand.ledger.Commit;
import centralcommand.ledger.DuplicateCommandException;
import centralcommand.ledger.LedgerException;
import centralcommand.ledger.NewEvent;
import centralcommand.ledger.append.Outcome;
import centralcommand.ledger.append.Outcome.Recorded;
import centralcommand.ledger.append.Outcome.Refused;
import centralcommand.ledger.mongo.SimulatedSlots.Fate;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * One random history: services that append through the real writer, clients that try again, readers, and all that can go wrong between
 * them and the database and inside it. Then everything is mended, and what is left must be done.
 */
final class History {
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(5);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(50);
    private static final int STREAMS = 3;

    private final World world;
    private final SimulatedMongo mongo;
    private final Book book = new Book();
    private final Rules rules;
    private final Removed removed;
    private final List<Service> services = new ArrayList<>();
    private final Set<String> done = new HashSet<>();
    private final Duration toMend;
    private int tasks;
    private int attempts;
    private boolean troubled = true;
    private final double loss;
    private final double delays;
    private final double doubles;

    private History(long seed, Rules rules, Removed removed, Duration toMend) {
        this.world = new World(seed);
        this.mongo = new SimulatedMongo(world);
        this.rules = rules;
        this.removed = removed;
        this.toMend = toMend;
        this.loss = world.chance(0.3) ? 0 : world.random.nextDouble(0.08);
        this.delays = world.chance(0.3) ? 0 : world.random.nextDouble(0.1);
        this.doubles = world.chance(0.5) ? 0 : world.random.nextDouble(0.05);
        mongo.interruption = world.chance(0.5) ? 0 : 0.02;
    }

    /** What is taken out of the rules on the way to the database. */
    @FunctionalInterface
    interface Removed {
        void from(SimulatedSlots slots);
    }

    /**
     * How a history ended.
     *
     * @param wrong what was wrong; empty if all was well
     * @param fingerprint of all that is in the ledger
     */
    record Ended(List<String> wrong, int commits, int attempts, long virtualNanos, String fingerprint) {}

    static Ended run(long seed) {
        return run(seed, new Rules(), slots -> {}, LONG_ENOUGH);
    }

    /** @param toMend how long a working database may take until all is done */
    static Ended run(long seed, Rules rules, Removed removed, Duration toMend) {
        return onVirtualThread(() -> new History(seed, rules, removed, toMend).play());
    }

    static <T> T onVirtualThread(Supplier<T> body) {
        var result = new CompletableFuture<T>();
        Thread.startVirtualThread(() -> {
            try {
                result.complete(body.get());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        return result.join();
    }

    private Ended play() {
        var count = world.random.nextInt(1, 4);
        for (var i = 0; i < count; i++) {
            services.add(new Service("service-" + i));
        }
        for (var i = 0; i < 1 + world.random.nextInt(2); i++) {
            startReader("reader-" + i);
        }
        var wanted = world.random.nextInt(5, 40);
        for (var i = 0; i < wanted; i++) {
            world.after(world.upTo(Duration.ofSeconds(4)), this::giveTask);
        }
        trouble();
        world.run(Duration.ofSeconds(2 + world.random.nextInt(4)));
        mend();
        var finished = world.runUntil(
                () -> done.size() == wanted
                        && mongo.isQuiet()
                        && services.stream().allMatch(Service::isIdle),
                toMend);
        if (!finished) {
            book.note("Stuck: %d of %d commands were done within %s of a working database."
                    .formatted(done.size(), wanted, toMend));
        }
        // So that the readers have read to the end.
        world.run(Duration.ofMillis(500));
        world.stop();
        var committed = mongo.committed();
        var wrong = book.check(committed);
        return new Ended(
                wrong,
                committed.size(),
                attempts,
                world.now(),
                committed.isEmpty() ? "" : committed.getLast().commit().hash().hex());
    }

    // ---- trouble

    private Fate fate(World world) {
        if (!troubled) {
            return new Fate(false, world.upTo(Duration.ofMillis(3)), false);
        }
        var longest = world.chance(delays) ? Duration.ofSeconds(4) : Duration.ofMillis(4);
        return new Fate(world.chance(loss), world.upTo(longest), world.chance(doubles));
    }

    private void trouble() {
        world.after(world.upTo(Duration.ofMillis(700)), () -> {
            if (troubled) {
                somethingHappens();
                trouble();
            }
        });
    }

    private void somethingHappens() {
        var node = mongo.node(world.random.nextInt(SimulatedMongo.NODES));
        var service = services.get(world.random.nextInt(services.size()));
        switch (world.random.nextInt(10)) {
            case 0 -> mongo.move(node, 1);
            case 1 -> {
                mongo.move(node, 1);
                mongo.move(service.name, 1);
            }
            case 2 -> {
                var primary = mongo.primary();
                if (primary != null) {
                    mongo.move(primary, 1);
                }
            }
            case 3 -> {
                if (mongo.nodes.stream().allMatch(each -> each.up)) {
                    node.crash();
                }
            }
            case 4 -> node.stepDown();
            case 5 -> mongo.elect(node.id);
            case 6 -> service.clock.step(Duration.ofMillis(world.random.nextInt(-3_600_000, 3_600_000)));
            case 7 -> service.crash();
            default -> mongo.heal();
        }
    }

    private void mend() {
        troubled = false;
        mongo.interruption = 0;
        mongo.heal();
    }

    // ---- clients and readers

    private void giveTask() {
        var id = "c" + tasks++;
        var isPoison = world.chance(0.03);
        var task = new Task(id, isPoison, !isPoison && world.chance(0.85), world.chance(0.1));
        for (var service : services) {
            if (service == services.get(world.random.nextInt(services.size())) || world.chance(0.15)) {
                service.tasks.add(task);
            }
        }
        services.get(world.random.nextInt(services.size())).tasks.add(task);
    }

    /**
     * Something that a client wants.
     *
     * @param named whether it has a command id; without one it is not tried again when its outcome is unknown
     * @param ifHeadIs whether it depends on the head
     */
    private record Task(String id, boolean poison, boolean named, boolean ifHeadIs) {}

    private void startReader(String name) {
        world.start(name, self -> {
            var slots = slots(self, name);
            var last = 0L;
            while (true) {
                self.pause(Duration.ofMillis(120));
                try {
                    for (var header : slots.after(last, 100)) {
                        if (header.number() != last + 1) {
                            book.note("A reader saw commit %d after commit %d.".formatted(header.number(), last));
                        }
                        last = header.number();
                        book.saw(header);
                    }
                } catch (UnansweredException e) {
                    // Read again a little later.
                }
            }
        });
    }

    private SimulatedSlots slots(World.Actor self, String name) {
        var slots = new SimulatedSlots(mongo, self, name, this::fate);
        removed.from(slots);
        return slots;
    }

    /** A process that appends; it may crash, and is then started again. */
    private final class Service {
        private final String name;
        private final World.SteppedClock clock = world.clock();
        private final Deque<Task> tasks = new ArrayDeque<>();
        private int starts;
        private boolean idle;
        private List<Task> underWay = List.of();
        private World.Actor process;

        Service(String name) {
            this.name = name;
            this.process = start();
        }

        private World.Actor start() {
            starts++;
            return world.start(name, this::act);
        }

        boolean isIdle() {
            return idle && tasks.isEmpty();
        }

        void crash() {
            process.crash();
            tasks.addAll(underWay);
            underWay = List.of();
            world.after(world.upTo(Duration.ofMillis(300)), () -> {
                if (process.hasEnded()) {
                    process = start();
                }
            });
        }

        private void act(World.Actor self) {
            var slots = slots(self, name);
            var writer = new MongoWriter(
                    "simulated", name + "." + starts, slots, clock, new HighWater("simulated"), self, LIMIT, rules);
            while (true) {
                underWay = take();
                idle = underWay.isEmpty();
                if (idle) {
                    self.pause(Duration.ofMillis(30));
                } else {
                    carryOut(self, slots, writer);
                }
                underWay = List.of();
            }
        }

        private List<Task> take() {
            var taken = new ArrayList<Task>();
            var most = world.random.nextInt(1, 5);
            while (taken.size() < most && !tasks.isEmpty()) {
                taken.add(tasks.poll());
            }
            return taken;
        }

        private void carryOut(World.Actor self, SimulatedSlots slots, MongoWriter writer) {
            var taken = underWay;
            List<Commit> commits;
            try {
                commits = commits(taken, slots);
            } catch (UnansweredException e) {
                tasks.addAll(taken);
                return;
            }
            attempts += commits.size();
            List<Outcome> outcomes;
            try {
                outcomes = writer.write(commits);
            } catch (LedgerException e) {
                self.pause(AFTER_FAILURE);
                outcomes = commits.stream()
                        .map(commit -> (Outcome) new Refused(new LedgerException(String.valueOf(e.getMessage()))))
                        .toList();
            }
            for (var i = 0; i < commits.size(); i++) {
                book.tell(commits.get(i), outcomes.get(i));
                next(taken.get(i), outcomes.get(i));
            }
        }

        private void next(Task task, Outcome outcome) {
            switch (outcome) {
                case Recorded(var commit) -> done.add(task.id);
                case Refused(var why) when why instanceof DuplicateCommandException -> done.add(task.id);
                case Refused refused -> {
                    var again = Book.isDefinite(refused) ? !task.poison : task.named;
                    if (again) {
                        services.get(world.random.nextInt(services.size()))
                                .tasks
                                .add(task);
                    } else {
                        done.add(task.id);
                    }
                }
            }
        }

        /** One for each task, as if all were handled at once: each counts on what was there before the first of them. */
        private List<Commit> commits(List<Task> taken, SimulatedSlots slots) {
            var last = new HashMap<String, Long>();
            var head = OptionalLong.empty();
            var commits = new ArrayList<Commit>();
            for (var task : taken) {
                var streams = new ArrayList<String>();
                streams.add("stream-" + world.random.nextInt(STREAMS));
                if (world.chance(0.2)) {
                    streams.add("other-" + world.random.nextInt(STREAMS));
                }
                if (task.ifHeadIs && head.isEmpty()) {
                    head = OptionalLong.of(
                            slots.last().map(Header::lastPosition).orElse(0L));
                }
                var attempt = task.id + "/" + name + "/" + starts + "/" + attempts + "/" + commits.size();
                var events = new ArrayList<NewEvent>();
                for (var stream : streams) {
                    last.computeIfAbsent(stream, slots::lastSequence);
                    // Mostly after what the same batch has before it; sometimes not, which is a conflict.
                    var sequence = last.get(stream) + 1;
                    if (world.chance(0.9)) {
                        last.put(stream, sequence);
                    }
                    events.add(event(stream, sequence, attempt + "/" + events.size(), task.poison));
                }
                commits.add(new Commit(
                        task.named ? new CommandKey("kim", task.id, "hash") : null,
                        task.ifHeadIs ? head : OptionalLong.empty(),
                        events));
            }
            return commits;
        }
    }

    static NewEvent event(String stream, long sequence, String id, boolean poison) {
        return new NewEvent(
                stream, sequence, id, poison ? "poison" : "thing", 1, "{}".getBytes(UTF_8), "{}".getBytes(UTF_8));
    }
}
