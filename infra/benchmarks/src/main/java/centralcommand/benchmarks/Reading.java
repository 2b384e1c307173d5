package centralcommand.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Every event from the first to the last, decoded: all engines in turn, then all again. */
final class Reading {
    private static final int FILLING_CALLERS = 64;

    private final Plan plan;
    private final PrintStream out;

    Reading(Plan plan, PrintStream out) {
        this.plan = plan;
        this.out = out;
    }

    void run() {
        var kinds = plan.present().stream().filter(kind -> kind != Kind.FILE).toList();
        var engines = new EnumMap<Kind, Engine>(Kind.class);
        Map<Kind, List<Double>> rates = new EnumMap<>(Kind.class);
        try {
            for (var kind : kinds) {
                var engine = kind.open(plan);
                engines.put(kind, engine);
                plan.load(engine, plan.drafts(), FILLING_CALLERS).fill(events(kind), count -> {});
            }
            // The first round is the warm-up.
            for (var round = 0; round <= plan.rounds(); round++) {
                var counts = round > 0;
                engines.forEach((kind, engine) -> {
                    var rate = rate(engine, events(kind));
                    if (counts) {
                        rates.computeIfAbsent(kind, any -> new ArrayList<>()).add(rate);
                    }
                });
            }
        } finally {
            engines.values().forEach(Engine::close);
        }
        print(rates);
    }

    private int events(Kind kind) {
        return kind.isMongo() ? plan.mongoEvents() : plan.readEvents();
    }

    private static double rate(Engine engine, int expected) {
        var read = new LongAdder();
        var begin = System.nanoTime();
        engine.read(event -> read.increment());
        var nanos = System.nanoTime() - begin;
        if (read.sum() != expected) {
            throw new IllegalStateException("%d events were written and %d read.".formatted(expected, read.sum()));
        }
        return expected * 1e9 / nanos;
    }

    private void print(Map<Kind, List<Double>> rates) {
        var table = new Table(
                "read and decode, %d at a time".formatted(plan.batch()),
                "of events",
                "events/s",
                "from",
                "to",
                "to postgres");
        var base = rates.containsKey(Kind.POSTGRES) ? Table.median(rates.get(Kind.POSTGRES)) : Double.NaN;
        rates.forEach((kind, of) -> table.row(
                kind.title,
                Table.whole(events(kind)),
                Table.whole(Table.median(of)),
                Table.whole(of.stream().mapToDouble(Double::doubleValue).min().orElseThrow()),
                Table.whole(of.stream().mapToDouble(Double::doubleValue).max().orElseThrow()),
                Table.ratio(Table.median(of), base)));
        table.print(out);
    }
}
