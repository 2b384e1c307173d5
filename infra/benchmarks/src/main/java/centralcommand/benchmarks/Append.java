package centralcommand.benchmarks;

import static java.util.Objects.requireNonNull;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One event in each commit, over many streams, by some numbers of callers: all engines in turn, then all again. */
final class Append {
    private final Plan plan;
    private final PrintStream out;
    private final Map<Integer, Map<Kind, List<Load.Sample>>> samples = new TreeMap<>();

    Append(Plan plan, PrintStream out) {
        this.plan = plan;
        this.out = out;
    }

    void run() {
        var kinds = plan.present();
        var engines = new EnumMap<Kind, Engine>(Kind.class);
        var drafts = new HashMap<Kind, Drafts>();
        try {
            for (var kind : kinds) {
                engines.put(kind, kind.open(plan));
                drafts.put(kind, plan.drafts());
            }
            for (var round = 0; round < plan.rounds(); round++) {
                for (var callers : plan.callers()) {
                    engines.forEach((kind, engine) ->
                            measure(kind, plan.load(engine, requireNonNull(drafts.get(kind)), callers)));
                }
            }
        } finally {
            engines.values().forEach(Engine::close);
        }
        print(kinds);
    }

    private void measure(Kind kind, Load load) {
        samples.computeIfAbsent(load.callers(), callers -> new EnumMap<>(Kind.class))
                .computeIfAbsent(kind, any -> new ArrayList<>())
                .add(load.measure(plan.warmUp(), plan.measured()));
    }

    private void print(List<Kind> kinds) {
        samples.forEach((callers, byKind) -> {
            var headings = new ArrayList<>(List.of(
                    "append, %d caller%s".formatted(callers, callers == 1 ? "" : "s"),
                    "commits/s",
                    "of",
                    "to",
                    "p50 ms",
                    "p99 ms",
                    "cpu us"));
            var bases = List.of(Kind.POSTGRES, Kind.MONGO, Kind.MEMORY, Kind.FILE);
            bases.stream()
                    .filter(kinds::contains)
                    .forEach(base -> headings.add("to " + base.name().toLowerCase(Locale.ROOT)));
            var table = new Table(headings.toArray(String[]::new));
            byKind.forEach((kind, of) -> {
                var cells = new ArrayList<String>();
                cells.add(kind.title);
                cells.add(Table.whole(rate(of)));
                cells.add(Table.whole(
                        of.stream().mapToDouble(Load.Sample::perSecond).min().orElseThrow()));
                cells.add(Table.whole(
                        of.stream().mapToDouble(Load.Sample::perSecond).max().orElseThrow()));
                cells.add("%.2f".formatted(percentile(of, 0.50)));
                cells.add("%.2f".formatted(percentile(of, 0.99)));
                cells.add(Table.whole(
                        Table.median(of.stream().map(Load.Sample::cpuMicros).toList())));
                bases.stream()
                        .filter(kinds::contains)
                        .forEach(base -> cells.add(Table.ratio(rate(of), rate(byKind.get(base)))));
                table.row(cells.toArray(String[]::new));
            });
            table.print(out);
        });
        out.println(
                "cpu us: processor time of the measuring process for each commit; that of PostgreSQL and mongo-java-server comes on top.");
        out.println();
    }

    private static double rate(@Nullable List<Load.Sample> samples) {
        return samples == null
                ? Double.NaN
                : Table.median(samples.stream().map(Load.Sample::perSecond).toList());
    }

    private static double percentile(List<Load.Sample> samples, double share) {
        return Table.median(
                samples.stream().map(sample -> sample.percentile(share)).toList());
    }
}
