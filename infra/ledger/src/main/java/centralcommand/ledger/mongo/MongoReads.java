package centralcommand.ledger.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import centralcommand.ledger.LedgerException;
import centralcommand.ledger.RecordedCommit;
import centralcommand.ledger.RecordedEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bson.conversions.Bson;

/** What readers ask of the commits. */
final class MongoReads {
    private static final int DOCUMENTS_AT_ONCE = 1_000;

    private final MongoStore store;

    MongoReads(MongoStore store) {
        this.store = store;
    }

    /** @throws LedgerException if a position is missing between those that are there */
    List<RecordedEvent> eventsAfter(long position, int limit) {
        return store.ask(() -> {
            var events = new ArrayList<RecordedEvent>();
            addAll(events, firstAfter(position), position, limit);
            var isWithinCommit = events.isEmpty() || events.getFirst().position() > position + 1;
            if (isWithinCommit) {
                var tail = restOfCommit(position);
                if (!tail.isEmpty()) {
                    tail.addAll(events);
                    return consecutive(tail.subList(0, Math.min(limit, tail.size())), position);
                }
            }
            return consecutive(events, position);
        });
    }

    private static Bson firstAfter(long position) {
        return and(gt("first", position), MongoStore.HAS_EVENTS);
    }

    private void addAll(List<RecordedEvent> events, Bson filter, long position, int limit) {
        try (var found = store.commits()
                .find(filter)
                .sort(ascending("first"))
                .limit(limit)
                .batchSize(Math.min(limit, DOCUMENTS_AT_ONCE))
                .iterator()) {
            while (found.hasNext() && events.size() < limit) {
                for (var event : found.next().commit().events()) {
                    if (event.position() > position && events.size() < limit) {
                        events.add(event);
                    }
                }
            }
        }
    }

    /** The events after the position in the commit that has the position. */
    private List<RecordedEvent> restOfCommit(long position) {
        var found = store.commits()
                .find(and(lte("first", position), MongoStore.HAS_EVENTS))
                .sort(descending("first"))
                .first();
        var rest = new ArrayList<RecordedEvent>();
        if (found != null) {
            found.commit().events().stream()
                    .filter(event -> event.position() > position)
                    .forEach(rest::add);
        }
        return rest;
    }

    private List<RecordedEvent> consecutive(List<RecordedEvent> events, long position) {
        var expected = position;
        for (var event : events) {
            expected++;
            if (event.position() != expected) {
                throw new LedgerException("The ledger %s is broken: position %d is missing, position %d is there."
                        .formatted(store.name(), expected, event.position()));
            }
        }
        return events;
    }

    /** A stream has no gaps either, so the range is as long as the answer, and no commit is read for nothing. */
    List<RecordedEvent> eventsOfStream(String stream, long fromSequence, int limit) {
        return store.ask(() -> {
            var events = new ArrayList<RecordedEvent>();
            var range = and(eq("stream", stream), gte("seq", fromSequence), lt("seq", fromSequence + limit));
            for (var found : store.commits()
                    .find(and(elemMatch("events", range), MongoStore.HAS_EVENTS))
                    .hint(MongoStore.BY_STREAM)) {
                found.commit().events().stream()
                        .filter(event -> event.stream().equals(stream)
                                && event.sequence() >= fromSequence
                                && event.sequence() < fromSequence + limit)
                        .forEach(events::add);
            }
            events.sort(Comparator.comparingLong(RecordedEvent::sequence));
            return events;
        });
    }

    List<RecordedCommit> commitsAfter(long number, int limit) {
        return store.ask(() -> store.commits()
                .find(gt("_id", number))
                .sort(ascending("_id"))
                .limit(limit)
                .batchSize(Math.min(limit, DOCUMENTS_AT_ONCE))
                .map(StoredCommit::commit)
                .into(new ArrayList<>()));
    }

    boolean has(long number) {
        return store.ask(() -> store.documents()
                        .find(eq("_id", number))
                        .projection(include("_id"))
                        .first()
                != null);
    }
}
