package centralcommand.ledger.mongo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Time, chance and everybody who acts, strictly one after the other: the same seed gives the same history. Time passes only from one
 * event to the next, so a history of an hour takes milliseconds.
 *
 * <p>Actors run ordinary blocking code on threads of their own, of which exactly one is awake at any moment. A world must be run on a
 * virtual thread, for handing over between those costs little.
 */
final class World {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    final SplittableRandom random;
    private final Thread thread = Thread.currentThread();
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::order));
    private final List<Actor> actors = new ArrayList<>();
    private long now;
    private long scheduled;

    World(long seed) {
        this.random = new SplittableRandom(seed);
    }

    private record Event(long at, long order, Runnable action) {}

    /** Nanoseconds since this world began. */
    long now() {
        return now;
    }

    void after(Duration delay, Runnable action) {
        events.add(new Event(now + delay.toNanos(), scheduled++, action));
    }

    void every(Duration period, Runnable action) {
        after(period, () -> {
            action.run();
            every(period, action);
        });
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    Duration upTo(Duration longest) {
        return Duration.ofNanos(random.nextLong(1, longest.toNanos()));
    }

    /** Lets things happen until the condition holds or so much time has passed. Whatever went wrong in an actor is thrown here. */
    boolean runUntil(BooleanSupplier condition, Duration longest) {
        var end = now + longest.toNanos();
        while (!condition.getAsBoolean()) {
            var next = events.poll();
            if (next == null || next.at > end) {
                if (next != null) {
                    events.add(next);
                }
                now = end;
                return false;
            }
            now = next.at;
            next.action.run();
            actors.forEach(Actor::rethrow);
        }
        return true;
    }

    void run(Duration time) {
        runUntil(() -> false, time);
    }

    Actor start(String name, Body body) {
        var actor = new Actor(name, body);
        actors.add(actor);
        after(Duration.ZERO, actor::resume);
        return actor;
    }

    /** Ends all actors where they stand. */
    void stop() {
        List.copyOf(actors).forEach(Actor::crash);
    }

    /** A clock of a machine in this world, which may be set. */
    SteppedClock clock() {
        return new SteppedClock();
    }

    final class SteppedClock extends Clock {
        private Duration offset = Duration.ZERO;

        void step(Duration by) {
            offset = offset.plus(by);
        }

        @Override
        public Instant instant() {
            return START.plusNanos(now).plus(offset);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("Moments only.");
        }
    }

    /** What an actor does. */
    @FunctionalInterface
    interface Body {
        void act(Actor self);
    }

    /** Thrown inside an actor that is made to crash; not an exception that the code under test could take for one of its own. */
    private static final class Crash extends Error {
        private static final long serialVersionUID = 1L;

        Crash() {
            super("The process crashes here.", null, false, false);
        }
    }

    /** Somebody who runs blocking code; it stops where it waits and goes on when it is resumed. */
    final class Actor implements Waiting {
        private final Thread runner;
        private volatile boolean running;
        private boolean crashing;
        private boolean ended;
        private @Nullable Throwable failure;

        private Actor(String name, Body body) {
            this.runner = Thread.ofVirtual().name(name).unstarted(() -> {
                awaitTurn();
                try {
                    if (!crashing) {
                        body.act(this);
                    }
                } catch (Crash e) {
                    // As it was meant.
                } catch (Throwable e) {
                    failure = e;
                }
                ended = true;
                handBack();
            });
            runner.start();
        }

        boolean hasEnded() {
            return ended;
        }

        void crash() {
            crashing = true;
            resume();
        }

        void resume() {
            if (ended) {
                return;
            }
            running = true;
            LockSupport.unpark(runner);
            while (running) {
                LockSupport.park(this);
            }
        }

        /** To be called by the actor itself: the world goes on until somebody resumes it. */
        void stand() {
            handBack();
            awaitTurn();
            if (crashing) {
                throw new Crash();
            }
        }

        private void handBack() {
            running = false;
            LockSupport.unpark(thread);
        }

        private void awaitTurn() {
            while (!running) {
                LockSupport.park(this);
            }
        }

        private void rethrow() {
            if (failure != null) {
                throw new IllegalStateException(runner.getName() + " failed", failure);
            }
        }

        @Override
        public long nanoTime() {
            return now;
        }

        @Override
        public void pause(Duration duration) {
            var end = now + duration.toNanos();
            after(duration, this::resume);
            while (now < end) {
                stand();
            }
        }
    }
}
