package centralcommand.ledger.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import centralcommand.ledger.RecordedCommit;
import centralcommand.ledger.proof.Hash;
import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.BsonMaximumSizeExceededException;
import org.bson.conversions.Bson;

/** The slots as documents of the collection {@code commits}. */
final class MongoSlots implements Slots {
    private static final Duration CONFIRMED_WITHIN = Duration.ofSeconds(5);
    private static final Bson OF_HEADER =
            include("first", "count", "epoch", "at", "prev", "hash", "by", "events.stream", "events.seq");

    private final MongoStore store;

    MongoSlots(MongoStore store) {
        this.store = store;
    }

    @Override
    public Inserted insert(List<StoredCommit> commits) {
        try {
            store.commits().insertMany(commits);
            return new Inserted.Stored();
        } catch (BsonMaximumSizeExceededException e) {
            return new Inserted.Refused(0, String.valueOf(e.getMessage()));
        } catch (MongoException e) {
            return MongoErrors.inserted(e);
        }
    }

    @Override
    public Optional<Header> last() {
        return ask(() -> Optional.ofNullable(store.documents()
                        .find()
                        .projection(OF_HEADER)
                        .sort(descending("_id"))
                        .first())
                .map(MongoSlots::header));
    }

    @Override
    public List<Header> after(long number, int limit) {
        return ask(() -> store.documents()
                .find(gt("_id", number))
                .projection(OF_HEADER)
                .sort(ascending("_id"))
                .limit(limit)
                .map(MongoSlots::header)
                .into(new ArrayList<>()));
    }

    @Override
    public boolean holds(long number, Hash hash) {
        return ask(() -> {
            var found = confirming()
                    .find(eq("_id", number))
                    .projection(include("hash"))
                    .maxTime(CONFIRMED_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                    .first();
            return found != null && hash(found, "hash").equals(hash);
        });
    }

    /** A single mongod knows no linearizable reads; but there nobody else can be the primary. */
    private MongoCollection<BsonDocument> confirming() {
        return store.isReplicaSet() ? store.documents().withReadConcern(ReadConcern.LINEARIZABLE) : store.documents();
    }

    @Override
    public Map<Long, List<Hash>> nodes(Collection<Long> numbers) {
        return ask(() -> {
            var nodes = new HashMap<Long, List<Hash>>();
            for (var found : store.documents().find(in("_id", numbers)).projection(include("hash", "subtrees"))) {
                var ofCommit = new ArrayList<Hash>();
                ofCommit.add(hash(found, "hash"));
                ofCommit.addAll(
                        StoredCommitCodec.hashes(found.getBinary("subtrees").getData()));
                nodes.put(found.getInt64("_id").getValue(), ofCommit);
            }
            return nodes;
        });
    }

    @Override
    public Optional<RecordedCommit> commitOfCommand(String actor, String commandId) {
        return ask(() -> Optional.ofNullable(store.commits()
                        .find(and(eq("cmd.actor", actor), eq("cmd.id", commandId)))
                        .first())
                .map(StoredCommit::commit));
    }

    @Override
    public OptionalLong commitOfEvent(String eventId) {
        return numberOf(and(eq("events.id", eventId), MongoStore.HAS_EVENTS));
    }

    @Override
    public OptionalLong commitOfSequence(String stream, long sequence) {
        return numberOf(and(
                elemMatch("events", and(eq("stream", stream), eq("seq", sequence))), MongoStore.HAS_EVENTS));
    }

    private OptionalLong numberOf(Bson filter) {
        return ask(() -> {
            var found =
                    store.documents().find(filter).projection(include("_id")).first();
            return found == null
                    ? OptionalLong.empty()
                    : OptionalLong.of(found.getInt64("_id").getValue());
        });
    }

    @Override
    public long lastSequence(String stream) {
        // The hint keeps the server from walking back through all commits until one has the stream.
        return ask(() -> {
            var found = store.documents()
                    .find(and(elemMatch("events", eq("stream", stream)), MongoStore.HAS_EVENTS))
                    .projection(OF_HEADER)
                    .sort(descending("_id"))
                    .hint(MongoStore.BY_STREAM)
                    .first();
            return found == null ? -1L : header(found).lastSequences().getOrDefault(stream, -1L);
        });
    }

    private <T> T ask(Supplier<T> question) {
        return store.ask(question);
    }

    private static Header header(BsonDocument found) {
        var first = found.getInt64("first").getValue();
        var lastSequences = new HashMap<String, Long>();
        for (var event : found.getArray("events")) {
            lastSequences.put(
                    event.asDocument().getString("stream").getValue(),
                    event.asDocument().getInt64("seq").getValue());
        }
        return new Header(
                found.getInt64("_id").getValue(),
                first,
                first + found.getInt32("count").getValue() - 1,
                found.getInt64("epoch").getValue(),
                Instant.ofEpochMilli(found.getInt64("at").getValue()),
                hash(found, "prev"),
                hash(found, "hash"),
                found.getString("by").getValue(),
                lastSequences);
    }

    private static Hash hash(BsonDocument found, String field) {
        return Hash.of(found.getBinary(field).getData());
    }
}
