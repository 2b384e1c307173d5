package centralcommand.query.server.live;

import centralcommand.command.contract.shared.Washington;
import centralcommand.query.server.portfolio.Fact;
import centralcommand.query.server.portfolio.World;
import java.lang.ref.SoftReference;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * The live world, and earlier ones to show any moment again by folding a few events. Worlds share what did not change, but of a long
 * history even the rest fills the memory: earlier worlds are kept as long as there is room, and who folds past the place of one that was
 * dropped puts it back. A few are held whatever the room, so that no look folds more than a quarter of a long history, and the next one
 * near there only a few events. One thread folds; any number may look and wait.
 */
public final class Timeline {
    private static final int MOST_KEPT = 200;
    private static final int HELD_EVERY = 25;
    private static final int BATCH = 500;
    private static final int MOST_DAYS = 32;
    private static final int MOST_POSITIONS = 32;

    private final FactReader facts;
    private final NavigableMap<Long, SoftReference<World>> kept = new ConcurrentSkipListMap<>();
    private final NavigableMap<Long, World> held = new ConcurrentSkipListMap<>();
    private final ConcurrentHashMap<LocalDate, SoftReference<World>> endsOfDays = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Long, SoftReference<World>> positions = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private volatile World live = World.EMPTY;
    private volatile int stride;

    /** @param stride events between two worlds that are kept; doubled whenever there are too many of them */
    public Timeline(FactReader facts, int stride) {
        this.facts = facts;
        this.stride = stride;
        kept.put(0L, new SoftReference<>(World.EMPTY));
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
        if (next.position() % stride == 0) {
            keep(next);
        }
        signal();
    }

    private void keep(World world) {
        kept.put(world.position(), new SoftReference<>(world));
        if (world.position() % ((long) stride * HELD_EVERY) == 0) {
            held.put(world.position(), world);
        }
        if (kept.size() > MOST_KEPT) {
            thinOut();
        }
    }

    private void thinOut() {
        int wider = stride * 2;
        stride = wider;
        kept.keySet().removeIf(position -> position % wider != 0);
        held.keySet().retainAll(kept.keySet());
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

    /** The world at a position up to the live one's; those asked for last are kept, for a decision is looked at again and again. */
    public World at(long position) {
        World now = live;
        if (position >= now.position()) {
            return now;
        }
        SoftReference<World> known = positions.get(position);
        World world = known == null ? null : known.get();
        if (world == null) {
            world = foldWhile(latestKept(early -> early.position() <= position), fact -> fact.position() <= position);
            if (positions.size() >= MOST_POSITIONS) {
                positions.clear();
            }
            positions.put(position, new SoftReference<>(world));
        }
        return world;
    }

    /** The world of all that was recorded before the moment. */
    public World before(Instant moment) {
        World now = live;
        if (isBefore(now, moment)) {
            return now;
        }
        return foldWhile(
                latestKept(world -> isBefore(world, moment)),
                fact -> fact.recordedAt().isBefore(moment));
    }

    /** The world at the end of a day that is over; the latest few are kept, for who sees what depends on them. */
    public World endOf(LocalDate day) {
        SoftReference<World> known = endsOfDays.get(day);
        World world = known == null ? null : known.get();
        if (world == null) {
            world = before(Washington.endOf(day));
            // A day that still goes on has no last world yet.
            Instant latest = live.recordedAt();
            if (latest != null && !latest.isBefore(Washington.endOf(day))) {
                if (endsOfDays.size() >= MOST_DAYS) {
                    endsOfDays.clear();
                }
                endsOfDays.put(day, new SoftReference<>(world));
            }
        }
        return world;
    }

    /** As the collector of garbage may do at any time. */
    void dropKept() {
        positions.clear();
        kept.forEach((position, world) -> {
            if (!held.containsKey(position)) {
                world.clear();
            }
        });
    }

    private World latestKept(Predicate<World> early) {
        return kept.descendingMap().values().stream()
                .map(SoftReference::get)
                .filter(Objects::nonNull)
                .filter(early)
                .findFirst()
                .orElse(World.EMPTY);
    }

    private static boolean isBefore(World world, Instant moment) {
        Instant recordedAt = world.recordedAt();
        return recordedAt == null || recordedAt.isBefore(moment);
    }

    private World foldWhile(World from, Predicate<Fact<?>> wanted) {
        World world = from;
        while (true) {
            List<Fact<?>> batch = facts.after(world.position(), Math.min(BATCH, stride));
            if (batch.isEmpty()) {
                return world;
            }
            for (Fact<?> fact : batch) {
                if (!wanted.test(fact)) {
                    return world;
                }
                world = world.evolve(fact);
                putBack(world);
            }
        }
    }

    /** Adds no place, so whoever looks cannot make more of them than the thread that folds. */
    private void putBack(World world) {
        kept.computeIfPresent(
                world.position(), (position, had) -> had.get() == null ? new SoftReference<>(world) : had);
    }
}
