package centralcommand.benchmarks;

import centralcommand.ledger.Ledger;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * How long after an append somebody who listens has read its event on an idle system: on the ledger that appends, and on another one
 * opened on the same file, which learns of it as another process would.
 */
final class WakeUps {
    private static final int APPENDS_IN_A_ROUND = 40;
    private static final int LONGEST_PAUSE_MILLIS = 120;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final int appends;
    private final Drafts drafts;
    private final PrintStream out;

    WakeUps(Plan plan, PrintStream out) {
        this.appends = plan.rounds() * APPENDS_IN_A_ROUND;
        this.drafts = plan.drafts();
        this.out = out;
    }

    void run() {
        var table = new Table("wake-up, idle, %d appends".formatted(appends), "median ms", "p99 ms", "most ms");
        try (var folder = Folder.temporary();
                var appending = LedgerEngine.open(folder)) {
            row(table, "listening where it is appended", appending, appending);
            try (var other = LedgerEngine.open(folder)) {
                row(table, "listening by another opening of the file", appending, other);
            }
        }
        table.print(out);
    }

    private void row(Table table, String name, Ledger appending, Ledger listening) {
        var delays = delays(appending, listening).stream().sorted().toList();
        table.row(
                name,
                "%.2f".formatted(Table.median(delays)),
                "%.2f".formatted(delays.get((int) (0.99 * (delays.size() - 1)))),
                "%.2f".formatted(delays.getLast()));
    }

    /** In milliseconds, from the return of the append. */
    private List<Double> delays(Ledger appending, Ledger listening) {
        var wakes = new LinkedBlockingQueue<Long>();
        var delays = new ArrayList<Double>();
        var random = RandomGenerator.getDefault();
        try (var _ = listening.onAppend(() -> wakes.add(System.nanoTime()))) {
            for (var count = 0; count < appends; count++) {
                Thread.sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
                wakes.clear();
                var commit = LedgerEngine.commit(drafts.next(count % drafts.streams()));
                var recorded = appending.append(commit);
                var appended = System.nanoTime();
                delays.add(Math.max(0, seen(listening, wakes, recorded.lastPosition()) - appended) / 1e6);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting to be woken.", e);
        }
        return delays;
    }

    private static long seen(Ledger listening, LinkedBlockingQueue<Long> wakes, long position)
            throws InterruptedException {
        while (wakes.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) != null) {
            if (!listening.read(position - 1, 1).isEmpty()) {
                return System.nanoTime();
            }
        }
        throw new IllegalStateException("Nobody was woken within %d seconds.".formatted(PATIENCE.toSeconds()));
    }
}
