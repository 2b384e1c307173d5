package centralcommand.query.server.live;

import centralcommand.query.server.portfolio.Fact;
import centralcommand.query.server.portfolio.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * The live world, and enough earlier ones to show any moment again by folding a few events: worlds share what did not change, so
 * keeping hundreds of them is cheap. One thread folds; any number may look and wait.
 */
public final class Timeline {
    private static final int MOST_KEPT = 200;
    private static final int BATCH = 500;

    private final FactReader facts;
    private final NavigableMap<Long, World> kept = new ConcurrentSkipListMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private volatile World live = World.EMPTY;
    private long stride;

    /** @param stride events between two worlds that are kept; doubled whenever there are too many of them */
    public Timeline(FactReader facts, int stride) {
        this.facts = facts;
        this.stride = stride;
        kept.put(0L, World.EMPTY);
    }

    public World live() {
        return live;
    }

    /** Folds one fact more; one that is folded already is passed over, so a batch may be told again. */
    void fold(Fact<?> fact) {
        if (fact.position() <= live.position()) {
            return;
        }
        if (fact.position() != live.position() + 1) {
            throw new IllegalStateException("The event at position %d came after that at %d: one is missing."
                    .formatted(fact.position(), live.position()));
        }
        World next = live.evolve(fact);
        live = next;
        if (next.position() - kept.lastKey() >= stride) {
            kept.put(next.position(), next);
            thinOut();
        }
        signal();
    }

    private void thinOut() {
        if (kept.size() > MOST_KEPT) {
            stride *= 2;
            kept.keySet().removeIf(position -> position % stride != 0);
        }
    }

    private void signal() {
        lock.lock();
        try {
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until that position is folded, and tells whether it is. */
    public boolean await(long position, Duration atMost) throws InterruptedException {
        return await(() -> live.position() >= position, atMost);
    }

    /** Waits until the condition holds, looking again whenever something was folded or {@link #wake} was called. */
    public boolean await(BooleanSupplier condition, Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (!condition.getAsBoolean()) {
                if (left <= 0) {
                    return false;
                }
                left = moved.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Lets all who wait look again. */
    public void wake() {
        signal();
    }

    /** The world at a position up to the live one's. */
    public World at(long position) {
        World now = live;
        if (position >= now.position()) {
            return now;
        }
        return foldWhile(kept.floorEntry(position).getValue(), fact -> fact.position() <= position);
    }

    /** The world of all that was recorded before the moment. */
    public World before(Instant moment) {
        World now = live;
        if (isBefore(now, moment)) {
            return now;
        }
        World from = kept.descendingMap().entrySet().stream()
                .map(Map.Entry::getValue)
                .filter(world -> isBefore(world, moment))
                .findFirst()
                .orElse(World.EMPTY);
        return foldWhile(from, fact -> fact.recordedAt().isBefore(moment));
    }

    private static boolean isBefore(World world, Instant moment) {
        Instant recordedAt = world.recordedAt();
        return recordedAt == null || recordedAt.isBefore(moment);
    }

    private World foldWhile(World from, Predicate<Fact<?>> wanted) {
        World world = from;
        while (true) {
            List<Fact<?>> batch = facts.after(world.position(), BATCH);
            if (batch.isEmpty()) {
                return world;
            }
            for (Fact<?> fact : batch) {
                if (!wanted.test(fact)) {
                    return world;
                }
                world = world.evolve(fact);
            }
        }
    }
}
