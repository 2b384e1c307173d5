package centralcommand.command.server.dispatch;

import centralcommand.ledger.Ledger;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.AggregateCacheEntry;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.jspecify.annotations.Nullable;

/**
 * Keeps aggregates between commands, so that a long stream is read once and not for every command about it. An aggregate is handed out
 * only if its stream has not grown since, by whichever process; Axon removes it when its unit of work is rolled back.
 */
public final class AggregateCache implements Cache {
    private static final int MOST = 4_096;

    private final Ledger ledger;
    private final com.github.benmanes.caffeine.cache.Cache<Object, Object> kept =
            Caffeine.newBuilder().maximumSize(MOST).build();

    public AggregateCache(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    @SuppressWarnings("unchecked") // Axon puts in nothing else.
    public <K, V> @Nullable V get(K key) {
        Object entry = kept.getIfPresent(key);
        if (entry == null || version((AggregateCacheEntry<?>) entry) != ledger.lastSequence(key.toString())) {
            return null;
        }
        return (V) entry;
    }

    private static <T> long version(AggregateCacheEntry<T> entry) {
        // An entry that never left this process hands out the aggregate that was put in and needs nothing to make it
        // from.
        EventSourcedAggregate<T> aggregate = entry.recreateAggregate(null, null, null);
        return aggregate.version() == null ? -1 : aggregate.version();
    }

    @Override
    public void put(Object key, Object value) {
        kept.put(key, value);
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return kept.asMap().putIfAbsent(key, value) == null;
    }

    @Override
    public boolean remove(Object key) {
        return kept.asMap().remove(key) != null;
    }

    @Override
    public void removeAll() {
        kept.invalidateAll();
    }

    @Override
    public boolean containsKey(Object key) {
        return get(key) != null;
    }

    @Override
    public Registration registerCacheEntryListener(EntryListener cacheEntryListener) {
        throw new UnsupportedOperationException("Nobody is told about the aggregates that are kept.");
    }
}
