package centralcommand.ledger.mongo;

import centralcommand.ledger.RecordedCommit;
import centralcommand.ledger.RecordedEvent;
import centralcommand.ledger.mongo.Inserted.Doubt;
import centralcommand.ledger.mongo.Inserted.Stored;
import centralcommand.ledger.mongo.Inserted.Unknown;
import centralcommand.ledger.mongo.SimulatedMongo.Node;
import centralcommand.ledger.proof.Hash;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A client of the simulated set, with a network between them that loses, delays and doubles what is sent both ways. */
class SimulatedSlots implements Slots {
    private static final Object NO_ANSWER = "no answer";
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(1);
    private static final Duration SELECTION = Duration.ofMillis(200);

    private final SimulatedMongo mongo;
    private final World world;
    private final World.Actor self;
    private final Object client;
    private final Network network;
    private @Nullable Node believed;

    /** R5 and R2, to be taken out by the twins of directed tests. */
    boolean readsMajority = true;

    boolean oneInFlight = true;

    /** R7, the same. */
    boolean knowsTimes = true;

    /** C6, the same: whether it is known where a stream really ends. */
    boolean knowsStreams = true;

    SimulatedSlots(SimulatedMongo mongo, World.Actor self, Object client, Network network) {
        this.mongo = mongo;
        this.world = mongo.world;
        this.self = self;
        this.client = client;
        this.network = network;
    }

    /** What becomes of one message. */
    interface Network {
        Fate next(World world);

        Network CALM = world -> new Fate(false, Duration.ofMillis(1), false);
    }

    /** @param doubled whether it arrives a second time, much later */
    record Fate(boolean lost, Duration delay, boolean doubled) {}

    private static final class Call {
        private @Nullable Object answer;
    }

    // ---- sending and waiting

    @FunctionalInterface
    private interface Command {
        void run(Node node, Consumer<Object> reply);
    }

    private Call send(Command command) {
        var call = new Call();
        var node = chosen();
        if (node == null) {
            world.after(SELECTION, () -> answer(call, NO_ANSWER));
            return call;
        }
        var fate = network.next(world);
        if (!fate.lost()) {
            world.after(fate.delay(), () -> arrive(node, command, call));
        }
        if (fate.doubled()) {
            world.after(fate.delay().multipliedBy(20), () -> arrive(node, command, call));
        }
        world.after(ANSWER_WITHIN, () -> answer(call, NO_ANSWER));
        return call;
    }

    private void arrive(Node node, Command command, Call call) {
        if (node.up && mongo.hears(client, node)) {
            command.run(node, reply -> {
                var fate = network.next(world);
                if (!fate.lost()) {
                    world.after(fate.delay(), () -> answer(call, reply));
                }
            });
        }
    }

    private void answer(Call call, Object answer) {
        if (call.answer == null) {
            call.answer = answer;
            self.resume();
        }
    }

    private Object await(Call call) {
        var answer = call.answer;
        while (answer == null) {
            self.stand();
            answer = call.answer;
        }
        if (answer == NO_ANSWER || answer == SimulatedMongo.NOT_PRIMARY) {
            believed = null;
        }
        return answer;
    }

    /** Somebody who says that it is the primary; it may be an old one. Drivers stay with whom they know until they hear otherwise. */
    private @Nullable Node chosen() {
        var known = believed;
        if (known == null || !known.up || !mongo.hears(client, known) || world.chance(0.05)) {
            var primaries = mongo.nodes.stream()
                    .filter(node -> node.up && node.primary && mongo.hears(client, node))
                    .toList();
            known = primaries.isEmpty() ? null : primaries.get(world.random.nextInt(primaries.size()));
            believed = known;
        }
        return known;
    }

    // ---- slots

    @Override
    public Inserted insert(List<StoredCommit> commits) {
        if (oneInFlight) {
            return inserted(await(send((node, reply) -> node.insert(commits, reply))));
        }
        var calls = new ArrayList<Call>();
        for (var commit : commits) {
            calls.add(send((node, reply) -> node.insert(List.of(commit), reply)));
            self.pause(Duration.ofMillis(2));
        }
        Inserted worst = new Stored();
        for (var call : calls) {
            var answer = inserted(await(call));
            worst = answer instanceof Stored ? worst : answer;
        }
        return worst;
    }

    private static Inserted inserted(Object answer) {
        return answer instanceof Inserted inserted ? inserted : new Unknown(Doubt.NO_ANSWER, answer.toString());
    }

    @SuppressWarnings("unchecked") // Nodes answer reads with nothing else.
    private List<StoredCommit> commits() {
        return (List<StoredCommit>) answered(await(send((node, reply) -> node.read(readsMajority, reply))));
    }

    private static Object answered(Object answer) {
        if (!(answer instanceof List<?>)) {
            throw new UnansweredException("The simulated set said: %s.".formatted(answer), null);
        }
        return answer;
    }

    @Override
    public Optional<Header> last() {
        return commits().stream()
                .max((a, b) -> Long.compare(a.number(), b.number()))
                .map(this::header);
    }

    @Override
    public List<Header> after(long number, int limit) {
        return commits().stream()
                .filter(commit -> commit.number() > number)
                .sorted((a, b) -> Long.compare(a.number(), b.number()))
                .limit(limit)
                .map(this::header)
                .toList();
    }

    @Override
    @SuppressWarnings("unchecked") // As with reads.
    public boolean holds(long number, Hash hash) {
        var commits = (List<StoredCommit>) answered(await(send(Node::confirm)));
        return commits.stream()
                .anyMatch(commit ->
                        commit.number() == number && commit.commit().hash().equals(hash));
    }

    @Override
    public Map<Long, List<Hash>> nodes(Collection<Long> numbers) {
        var nodes = new HashMap<Long, List<Hash>>();
        for (var commit : commits()) {
            if (numbers.contains(commit.number())) {
                var ofCommit = new ArrayList<Hash>();
                ofCommit.add(commit.commit().hash());
                ofCommit.addAll(commit.placed().subtrees());
                nodes.put(commit.number(), ofCommit);
            }
        }
        return nodes;
    }

    @Override
    public Optional<RecordedCommit> commitOfCommand(String actor, String commandId) {
        return commits().stream()
                .map(StoredCommit::commit)
                .filter(commit -> commit.command() != null
                        && commit.command().actor().equals(actor)
                        && commit.command().commandId().equals(commandId))
                .findFirst();
    }

    @Override
    public OptionalLong commitOfEvent(String eventId) {
        return numberOf(event -> event.eventId().equals(eventId));
    }

    @Override
    public OptionalLong commitOfSequence(String stream, long sequence) {
        return numberOf(event -> event.stream().equals(stream) && event.sequence() == sequence);
    }

    private OptionalLong numberOf(Predicate<RecordedEvent> wanted) {
        return commits().stream()
                .filter(commit -> commit.commit().events().stream().anyMatch(wanted))
                .mapToLong(StoredCommit::number)
                .findFirst();
    }

    @Override
    public long lastSequence(String stream) {
        var last = commits().stream()
                .flatMap(commit -> commit.commit().events().stream())
                .filter(event -> event.stream().equals(stream))
                .mapToLong(RecordedEvent::sequence)
                .max()
                .orElse(-1);
        return knowsStreams || last < 0 ? last : last + 1;
    }

    private Header header(StoredCommit stored) {
        var commit = stored.commit();
        var lastSequences = new HashMap<String, Long>();
        commit.events().forEach(event -> lastSequences.put(event.stream(), event.sequence()));
        return new Header(
                commit.number(),
                commit.first(),
                commit.lastPosition(),
                commit.epoch(),
                knowsTimes ? commit.recordedAt() : Instant.EPOCH,
                stored.previous(),
                commit.hash(),
                stored.writer(),
                lastSequences);
    }
}
