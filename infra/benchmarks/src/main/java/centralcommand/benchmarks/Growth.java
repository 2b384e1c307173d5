package centralcommand.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Whether our ledger gets slower as it gets longer, and how much of the disk it takes. */
final class Growth {
    private static final int CALLERS = 64;

    /** Medians are taken over this many windows at either end, and printed for as many parts of the whole. */
    private static final int PARTS = 5;

    private final Plan plan;
    private final PrintStream out;

    Growth(Plan plan, PrintStream out) {
        this.plan = plan;
        this.out = out;
    }

    void run() {
        var folder = Folder.temporary();
        var engine = new LedgerEngine(folder, plan.batch());
        try {
            // Compilers first, on a ledger that is thrown away.
            try (var other = new LedgerEngine(Folder.temporary(), plan.batch())) {
                plan.load(other, plan.drafts(), CALLERS).measure(plan.warmUp(), plan.measured());
            }
            var ends = new long[Math.toIntExact(plan.growthEvents() / plan.window()) + 1];
            ends[0] = System.nanoTime();
            plan.load(engine, plan.drafts(), CALLERS).fill(plan.growthEvents(), count -> {
                if (count % plan.window() == 0) {
                    ends[Math.toIntExact(count / plan.window())] = System.nanoTime();
                }
            });
            print(rates(ends), folder);
        } finally {
            engine.close();
        }
    }

    private List<Double> rates(long[] ends) {
        var rates = new ArrayList<Double>();
        for (var window = 1; window < ends.length; window++) {
            rates.add(plan.window() * 1e9 / (ends[window] - ends[window - 1]));
        }
        return rates;
    }

    private void print(List<Double> rates, Folder folder) {
        var table = new Table("growth, %d callers: after events".formatted(CALLERS), "commits/s", "of", "to");
        var part = Math.max(1, rates.size() / PARTS);
        for (var from = 0; from + part <= rates.size(); from += part) {
            var of = rates.subList(from, from + part);
            table.row(
                    Table.whole((double) (from + part) * plan.window()),
                    Table.whole(Table.median(of)),
                    Table.whole(
                            of.stream().mapToDouble(Double::doubleValue).min().orElseThrow()),
                    Table.whole(
                            of.stream().mapToDouble(Double::doubleValue).max().orElseThrow()));
        }
        table.print(out);
        var first = Table.median(rates.subList(0, part));
        var last = Table.median(rates.subList(rates.size() - part, rates.size()));
        out.printf(
                "slowdown, median of the last %d windows of %,d to that of the first: %.1f %%%n",
                part, plan.window(), 100 * (1 - last / first));
        var draft = plan.drafts().next(0);
        var eventBytes =
                LedgerEngine.CODEC.payload(draft.event()).length + LedgerEngine.CODEC.metadata(draft.metadata()).length;
        out.printf(
                "on disk %.2f bytes for each byte of event (%d bytes of payload and metadata)%n%n",
                (double) folder.bytes() / plan.growthEvents() / eventBytes, eventBytes);
    }
}
