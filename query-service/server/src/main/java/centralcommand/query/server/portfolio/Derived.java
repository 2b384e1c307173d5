package centralcommand.query.server.portfolio;

import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was worked out from one portfolio, so that it is not worked out again for the next question; and what was worked out from the one
 * before it, so that only what changed needs to be. It says nothing that the portfolio does not say, so all are equal, and it may be dropped
 * at any time.
 */
final class Derived {
    private final ConcurrentHashMap<Class<?>, SoftReference<Object>> own = new ConcurrentHashMap<>();

    /** Only what was not made anew yet: what was made of it no longer needs it, and would keep all portfolios before this one. */
    private volatile Map<Class<?>, SoftReference<Object>> before;

    Derived() {
        this(Map.of());
    }

    private Derived(Map<Class<?>, SoftReference<Object>> before) {
        this.before = before;
    }

    /** For the portfolio that follows. */
    Derived next() {
        if (own.isEmpty()) {
            return new Derived(before);
        }
        Map<Class<?>, SoftReference<Object>> latest = new HashMap<>(before);
        latest.putAll(own);
        return new Derived(latest);
    }

    /** @param make from the same of an earlier portfolio, where that is still known */
    <T> T get(Class<T> type, Function<@Nullable T, T> make) {
        // Looked up first: another thread may keep its own between the two, and only then removes this.
        SoftReference<Object> earlier = before.get(type);
        T known = cast(type, own.get(type));
        if (known != null) {
            return known;
        }
        T made = make.apply(cast(type, earlier));
        own.put(type, new SoftReference<>(made));
        forget(type);
        return made;
    }

    /** The map may be shared with other portfolios, so it is replaced. */
    private synchronized void forget(Class<?> type) {
        Map<Class<?>, SoftReference<Object>> others = new HashMap<>(before);
        others.remove(type);
        before = others;
    }

    private static <T> @Nullable T cast(Class<T> type, @Nullable SoftReference<Object> reference) {
        return reference == null ? null : type.cast(reference.get());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Derived;
    }

    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return "";
    }
}
