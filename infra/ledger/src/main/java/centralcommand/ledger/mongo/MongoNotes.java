package centralcommand.ledger.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import centralcommand.ledger.LedgerException;
import centralcommand.ledger.Notes;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;

/** The notes of a ledger in the collection {@code notes}, numbered like the commits: who finds a number taken takes the next. */
final class MongoNotes implements Notes {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final MongoLedger ledger;
    private final MongoStore store;

    MongoNotes(MongoLedger ledger, MongoStore store) {
        this.ledger = ledger;
        this.store = store;
    }

    @Override
    public Note keep(Kind kind, long size, String text) {
        return ledger.ask(() -> {
            var giveUpAt = Waiting.REAL.nanoTime() + LIMIT.toNanos();
            while (true) {
                var note = new Note(lastId() + 1, kind, size, text);
                if (insert(note, giveUpAt)) {
                    return note;
                }
            }
        });
    }

    @Override
    public Optional<Note> keepAfter(long id, Kind kind, long size, String text) {
        return ledger.ask(() -> {
            var note = new Note(id + 1, kind, size, text);
            return insert(note, Waiting.REAL.nanoTime() + LIMIT.toNanos()) ? Optional.of(note) : Optional.empty();
        });
    }

    private long lastId() {
        return store.ask(() -> {
            var last = store.notes().find().sort(descending("_id")).first();
            return last == null ? 0 : last.getInt64("_id").getValue();
        });
    }

    /** False if another note took the number. An unknown outcome is settled as with commits: the same under the same number again. */
    private boolean insert(Note note, long giveUpAt) {
        while (true) {
            try {
                store.notes().insertOne(document(note));
                return true;
            } catch (MongoException e) {
                var isTaken = e instanceof MongoWriteException write
                        && write.getError().getCode() == MongoErrors.DUPLICATE_KEY;
                if (isTaken) {
                    var found = store.ask(
                            () -> store.notes().find(eq("_id", note.id())).first());
                    if (found != null) {
                        return note(found).equals(note);
                    }
                }
                if (Thread.currentThread().isInterrupted() || Waiting.REAL.nanoTime() >= giveUpAt) {
                    throw new LedgerException(
                            "Whether the note is kept in %s could not be learned: %s"
                                    .formatted(store.name(), e.getMessage()),
                            e);
                }
                Waiting.REAL.pause(PAUSE);
            }
        }
    }

    @Override
    public List<Note> after(long id, int limit) {
        return ledger.ask(() -> store.ask(() -> store.notes()
                .find(gt("_id", id))
                .sort(ascending("_id"))
                .limit(limit)
                .map(MongoNotes::note)
                .into(new ArrayList<>())));
    }

    @Override
    public List<Note> keys() {
        return ledger.ask(() -> store.ask(() -> store.notes()
                .find(eq("kind", stored(Kind.KEY)))
                .sort(ascending("_id"))
                .map(MongoNotes::note)
                .into(new ArrayList<>())));
    }

    @Override
    public long count() {
        return ledger.ask(this::lastId);
    }

    @Override
    public Optional<Note> latest(Kind kind) {
        return ledger.ask(() -> store.ask(() -> Optional.ofNullable(store.notes()
                        .find(eq("kind", stored(kind)))
                        .sort(descending("_id"))
                        .first())
                .map(MongoNotes::note)));
    }

    private static BsonDocument document(Note note) {
        return new BsonDocument("_id", new BsonInt64(note.id()))
                .append("kind", new BsonString(stored(note.kind())))
                .append("size", new BsonInt64(note.size()))
                .append("note", new BsonString(note.text()));
    }

    private static Note note(BsonDocument found) {
        return new Note(
                found.getInt64("_id").getValue(),
                Kind.valueOf(found.getString("kind").getValue().toUpperCase(Locale.ROOT)),
                found.getInt64("size").getValue(),
                found.getString("note").getValue());
    }

    private static String stored(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
