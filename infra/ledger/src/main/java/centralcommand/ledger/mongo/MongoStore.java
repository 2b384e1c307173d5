package centralcommand.ledger.mongo;

import centralcommand.ledger.LedgerException;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.connection.ServerDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInvalidOperationException;
import org.bson.BsonSerializationException;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.conversions.Bson;

/**
 * The database of a ledger: writes wait for the disks of a majority, reads see only what a majority has (rule R5), and both go to the
 * primary, whatever the address asks for.
 */
final class MongoStore implements AutoCloseable {
    /** To be part of each question about events, which else could not use their indexes. */
    static final Bson HAS_EVENTS = Filters.gt("count", 0);

    static final Bson BY_STREAM = Indexes.ascending("events.stream", "events.seq");
    private static final int SELECTION_SECONDS = 5;
    private static final int CONNECT_SECONDS = 5;
    private static final int ANSWER_SECONDS = 10;
    private static final int MAJORITY_SECONDS = 5;

    private final MongoAddress address;
    private final MongoClient client;
    private final MongoCollection<StoredCommit> commits;
    private final MongoCollection<BsonDocument> documents;
    private final MongoCollection<BsonDocument> notes;
    private final boolean isReplicaSet;

    private MongoStore(MongoAddress address, MongoClient client) {
        this.address = address;
        this.client = client;
        var database = client.getDatabase(address.database());
        var codecs = CodecRegistries.fromRegistries(
                CodecRegistries.fromCodecs(new StoredCommitCodec()), database.getCodecRegistry());
        this.commits = database.getCollection("commits", StoredCommit.class).withCodecRegistry(codecs);
        this.documents = database.getCollection("commits", BsonDocument.class);
        this.notes = database.getCollection("notes", BsonDocument.class);
        this.isReplicaSet = isReplicaSet(database);
        prepareIndexes();
    }

    /** @throws LedgerException if it cannot be reached, or is not a replica set and that is not allowed */
    static MongoStore open(MongoAddress address) {
        var client = MongoClients.create(settings(address));
        try {
            return new MongoStore(address, client);
        } catch (MongoException e) {
            client.close();
            throw new LedgerException(
                    "The ledger %s could not be opened: %s".formatted(address.name(), e.getMessage()), e);
        } catch (RuntimeException e) {
            client.close();
            throw e;
        }
    }

    private static MongoClientSettings settings(MongoAddress address) {
        return MongoClientSettings.builder()
                .applyConnectionString(address.connection())
                .applicationName("central-command")
                .writeConcern(WriteConcern.MAJORITY.withJournal(true).withWTimeout(MAJORITY_SECONDS, TimeUnit.SECONDS))
                .readConcern(ReadConcern.MAJORITY)
                .readPreference(ReadPreference.primary())
                // The writer itself inserts again, and knows what it did.
                .retryWrites(false)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(SELECTION_SECONDS, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                        .readTimeout(ANSWER_SECONDS, TimeUnit.SECONDS))
                .build();
    }

    private boolean isReplicaSet(MongoDatabase database) {
        database.runCommand(new BsonDocument("ping", new BsonInt32(1)));
        var servers = client.getClusterDescription().getServerDescriptions();
        if (servers.stream().anyMatch(ServerDescription::isShardRouter)) {
            throw new LedgerException(
                    "%s is a sharded cluster, where a commit's ids are not unique in the whole ledger; give the address of a replica set."
                            .formatted(address.name()));
        }
        var isReplicaSet = servers.stream().anyMatch(server -> server.getSetName() != null);
        if (!isReplicaSet && address.standalone() == Standalone.REFUSED) {
            throw new LedgerException(
                    "%s is a single MongoDB server and no replica set, so what it has acknowledged can be lost; use a replica set, or add standalone=allowed to the address to try things out."
                            .formatted(address.name()));
        }
        return isReplicaSet;
    }

    /** Looked for first: who may only read may not make them, and need not. */
    private void prepareIndexes() {
        prepareIndexes(
                documents,
                List.of(
                        new IndexModel(
                                Indexes.ascending("cmd.actor", "cmd.id"),
                                new IndexOptions().unique(true).sparse(true)),
                        new IndexModel(BY_STREAM, uniqueAmongEvents()),
                        new IndexModel(Indexes.ascending("events.id"), uniqueAmongEvents()),
                        new IndexModel(Indexes.ascending("first"))));
        prepareIndexes(notes, List.of(new IndexModel(Indexes.ascending("kind"))));
    }

    private static void prepareIndexes(MongoCollection<?> collection, List<IndexModel> wanted) {
        var present = new ArrayList<BsonDocument>();
        collection.listIndexes(BsonDocument.class).into(present);
        var keys =
                present.stream().map(index -> index.getDocument("key").keySet()).toList();
        if (!wanted.stream()
                .allMatch(
                        index -> keys.contains(index.getKeys().toBsonDocument().keySet()))) {
            collection.createIndexes(wanted);
        }
    }

    /** Commits without events must not meet as if they had the same event. */
    private static IndexOptions uniqueAmongEvents() {
        return new IndexOptions().unique(true).partialFilterExpression(HAS_EVENTS);
    }

    MongoCollection<StoredCommit> commits() {
        return commits;
    }

    /** The same collection, for what needs only a part of the documents. */
    MongoCollection<BsonDocument> documents() {
        return documents;
    }

    MongoCollection<BsonDocument> notes() {
        return notes;
    }

    boolean isReplicaSet() {
        return isReplicaSet;
    }

    String name() {
        return address.name();
    }

    /** @throws UnansweredException if there is no answer */
    <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (MongoException | IllegalStateException e) {
            // The driver throws IllegalStateException where it was closed meanwhile.
            throw MongoErrors.unanswered(address.name(), e);
        } catch (BsonInvalidOperationException | BsonSerializationException | IllegalArgumentException e) {
            throw new LedgerException(
                    "%s has a document that is no commit: %s".formatted(address.name(), e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
