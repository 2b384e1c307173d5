package centralcommand.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/**
 * Callers that each send an event, wait until it is recorded, and send the next: a closed loop. The streams are dealt out among them, so
 * that no two fight for one.
 */
record Load(Engine engine, Drafts drafts, int callers, boolean virtual) {

    /**
     * @param milliseconds of each commit that began and ended while it was measured, smallest first
     * @param cpuMicros of this process for each commit, warm-up included: tells something even on a busy machine
     */
    record Sample(double perSecond, double[] milliseconds, double cpuMicros) {
        double percentile(double share) {
            var last = milliseconds.length - 1;
            return last < 0 ? Double.NaN : milliseconds[(int) Math.round(last * share)];
        }
    }

    Sample measure(Duration warmUp, Duration measured) {
        var begin = System.nanoTime() + warmUp.toNanos();
        var end = begin + measured.toNanos();
        var latencies = new Latencies[callers];
        var commits = new LongAdder();
        var cpuNanos = cpuNanos();
        Arrays.setAll(latencies, caller -> new Latencies());
        run(caller -> {
            var own = latencies[caller];
            for (var stream = caller; System.nanoTime() < end; stream = next(stream, caller)) {
                var draft = drafts.next(stream);
                var sent = System.nanoTime();
                engine.append(draft);
                var recorded = System.nanoTime();
                commits.increment();
                if (sent >= begin && recorded <= end) {
                    own.add(recorded - sent);
                }
            }
        });
        var all = Arrays.stream(latencies)
                .flatMapToLong(Latencies::all)
                .mapToDouble(nanos -> nanos / 1e6)
                .sorted()
                .toArray();
        return new Sample(all.length * 1e9 / measured.toNanos(), all, (cpuNanos() - cpuNanos) / 1e3 / commits.sum());
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /** @param recorded is told how many there are after each one */
    void fill(long events, LongConsumer recorded) {
        var begun = new AtomicLong();
        var done = new AtomicLong();
        run(caller -> {
            for (var stream = caller; begun.incrementAndGet() <= events; stream = next(stream, caller)) {
                engine.append(drafts.next(stream));
                recorded.accept(done.incrementAndGet());
            }
        });
    }

    private int next(int stream, int caller) {
        var next = stream + callers;
        return next < drafts.streams() ? next : caller;
    }

    @FunctionalInterface
    private interface Caller {
        void run(int caller);
    }

    private void run(Caller caller) {
        if (callers > drafts.streams()) {
            throw new IllegalArgumentException("Each caller needs a stream of its own.");
        }
        var threads = virtual ? Thread.ofVirtual() : Thread.ofPlatform();
        try (var executor = Executors.newThreadPerTaskExecutor(threads.factory())) {
            var running = new ArrayList<Future<?>>();
            for (var number = 0; number < callers; number++) {
                var own = number;
                running.add(executor.submit(() -> caller.run(own)));
            }
            for (var each : running) {
                each.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while callers were at work.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A caller failed.", e.getCause());
        }
    }

    /** Nanoseconds, as many as come. */
    private static final class Latencies {
        private long[] nanos = new long[1_024];
        private int count;

        void add(long latency) {
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * count);
            }
            nanos[count++] = latency;
        }

        LongStream all() {
            return Arrays.stream(nanos, 0, count);
        }
    }
}
