package centralcommand.verify.source;

import centralcommand.verify.finding.Finding;
import centralcommand.verify.finding.Kind;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.BsonInvalidOperationException;
import org.bson.BsonSerializationException;
import org.bson.BsonType;
import org.jspecify.annotations.Nullable;

/** A MongoDB database, up to the head that it has when it is opened; only what a majority of its members has is read. */
final class MongoSource implements Source {
    private static final int BATCH = 500;

    private final String name;
    private final MongoClient client;
    private final MongoCollection<BsonDocument> commits;
    private final MongoCollection<BsonDocument> notes;
    private final long head;
    private final long lastNote;
    private final MongoCursor<BsonDocument> commitCursor;
    private @Nullable MongoCursor<BsonDocument> noteCursor;
    private final Deque<Entry> ready = new ArrayDeque<>();
    private boolean over;
    private volatile long done;

    private MongoSource(String name, MongoClient client, String database) {
        this.name = name;
        this.client = client;
        this.commits = collection(database, "commits");
        this.notes = collection(database, "notes");
        // Notes first: a checkpoint that was kept by now speaks about commits that the head includes.
        this.lastNote = last(notes);
        this.head = last(commits);
        this.commitCursor = upTo(commits, head);
        addStrays("commits", commits);
        addStrays("notes", notes);
    }

    static Source open(String uri) throws UnreadableException {
        MongoClient client = null;
        try {
            var connection = new ConnectionString(uri);
            var database = connection.getDatabase();
            if (database == null || database.isEmpty()) {
                throw new UnreadableException(
                        "The address of MongoDB must name the database: mongodb://host:port/database.");
            }
            var name = "mongodb://%s/%s".formatted(String.join(",", connection.getHosts()), database);
            client = MongoClients.create(MongoClientSettings.builder()
                    .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(10, TimeUnit.SECONDS))
                    .applyConnectionString(connection)
                    .build());
            var source = new MongoSource(name, client, database);
            if (source.head == 0) {
                source.requireLedger(database);
            }
            return source;
        } catch (MongoException | IllegalArgumentException e) {
            close(client);
            throw new UnreadableException("The MongoDB database cannot be read: %s".formatted(withoutPassword(e, uri)));
        } catch (UnreadableException e) {
            close(client);
            throw e;
        }
    }

    private void requireLedger(String database) throws UnreadableException {
        if (!client.getDatabase(database)
                .listCollectionNames()
                .into(new ArrayList<>())
                .contains("commits")) {
            throw new UnreadableException("The database %s of MongoDB holds no ledger.".formatted(database));
        }
    }

    private static String withoutPassword(Exception e, String uri) {
        var message = String.valueOf(e.getMessage());
        var user = uri.indexOf('@') < 0 ? "" : uri.substring(uri.indexOf("//") + 2, uri.indexOf('@'));
        return user.isEmpty() ? message : message.replace(user, "…");
    }

    private MongoCollection<BsonDocument> collection(String database, String collection) {
        return client.getDatabase(database)
                .withReadConcern(ReadConcern.MAJORITY)
                .getCollection(collection, BsonDocument.class);
    }

    private static long last(MongoCollection<BsonDocument> collection) {
        var last = collection
                .find(Filters.gte("_id", Long.MIN_VALUE))
                .sort(Sorts.descending("_id"))
                .first();
        return last == null ? 0 : last.getNumber("_id").longValue();
    }

    private static MongoCursor<BsonDocument> upTo(MongoCollection<BsonDocument> collection, long last) {
        return collection
                .find(Filters.lte("_id", last))
                .sort(Sorts.ascending("_id"))
                .batchSize(BATCH)
                .iterator();
    }

    /** What has no number for its name would not be met on the way. */
    private void addStrays(String table, MongoCollection<BsonDocument> collection) {
        var stray = collection
                .find(Filters.not(Filters.type("_id", BsonType.INT64)))
                .first();
        if (stray != null) {
            ready.add(new Entry.Defect(Finding.of(
                    Kind.MALFORMED,
                    "The collection %s holds a document whose _id is no long: %s."
                            .formatted(table, stray.get("_id")))));
        }
    }

    @Override
    public @Nullable Entry next() throws UnreadableException {
        try {
            while (ready.isEmpty() && !over) {
                read();
            }
            return ready.poll();
        } catch (BsonSerializationException | BsonInvalidOperationException e) {
            over = true;
            return new Entry.Defect(Finding.at(
                    Kind.DAMAGED, done + 1, "A document there cannot be decoded; nothing after it could be read."));
        } catch (MongoException e) {
            throw new UnreadableException("%s cannot be read any further: %s".formatted(name, e.getMessage()));
        }
    }

    private void read() {
        if (noteCursor == null && commitCursor.hasNext()) {
            var commit = commit(commitCursor.next());
            done = commit.number();
            ready.add(commit);
            return;
        }
        if (noteCursor == null) {
            noteCursor = upTo(notes, lastNote);
        }
        if (noteCursor.hasNext()) {
            ready.add(note(noteCursor.next()));
        } else {
            over = true;
        }
    }

    private Entry.Commit commit(BsonDocument bson) {
        var document = new MongoDocument(bson);
        var number = document.number("_id", BsonType.INT64);
        var command = document.documentOrNull("cmd");
        var events = new ArrayList<Entry.Event>(2);
        for (var event : document.documents("events")) {
            events.add(new Entry.Event(
                    0,
                    event.text("id"),
                    event.text("stream"),
                    event.number("seq", BsonType.INT64),
                    event.text("type"),
                    event.number("rev", BsonType.INT32),
                    event.bytes("payload"),
                    event.bytes("meta")));
        }
        var count = document.number("count", BsonType.INT32);
        var commit = new Entry.Commit(
                number,
                document.number("first", BsonType.INT64),
                Math.max(0, count),
                document.number("epoch", BsonType.INT64),
                document.number("at", BsonType.INT64),
                command == null
                        ? null
                        : new Entry.Command(command.text("actor"), command.text("id"), command.text("body")),
                events,
                document.bytes("hash"),
                document.bytes("prev"),
                document.bytesOrNull("subtrees"),
                1);
        if (count < 0) {
            ready.add(
                    new Entry.Defect(Finding.at(Kind.MALFORMED, number, "It says that it has fewer than no events.")));
        }
        for (var defect : document.defects()) {
            ready.add(new Entry.Defect(
                    Finding.at(Kind.MALFORMED, number, "In the document of the commit, %s.".formatted(defect))));
        }
        return commit;
    }

    private Entry note(BsonDocument bson) {
        var document = new MongoDocument(bson);
        var id = document.number("_id", BsonType.INT64);
        var note = new Entry.Note(
                id,
                Utf8.text(document.text("kind")),
                document.number("size", BsonType.INT64),
                Utf8.text(document.text("note")));
        if (document.defects().isEmpty()) {
            return note;
        }
        return new Entry.Defect(Finding.of(
                Kind.MALFORMED,
                "In note %d, %s.".formatted(id, document.defects().getFirst())));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long total() {
        return head;
    }

    @Override
    public long done() {
        return done;
    }

    @Override
    public boolean hasEnd() {
        return false;
    }

    @Override
    public void close() {
        close(client);
    }

    private static void close(@Nullable MongoClient client) {
        if (client != null) {
            client.close();
        }
    }
}
