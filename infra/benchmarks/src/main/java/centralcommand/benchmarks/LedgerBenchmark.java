package centralcommand.benchmarks;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Runs what {@code infra/benchmarks/ledger} asks for, and prints it. */
final class LedgerBenchmark {
    private static final List<String> WORKLOADS = List.of("append", "read", "growth", "wake");

    private LedgerBenchmark() {}

    static void main(String[] arguments) {
        var plan = List.of(arguments).contains("--quick") ? Plan.quick() : Plan.full();
        var workloads = new ArrayList<String>();
        for (var i = 0; i < arguments.length; i++) {
            if (WORKLOADS.contains(arguments[i])) {
                workloads.add(arguments[i]);
            } else if (!arguments[i].equals("--quick")) {
                plan = plan.with(arguments[i], arguments[++i]);
            }
        }
        run(plan, workloads.isEmpty() ? WORKLOADS : workloads, System.out);
    }

    static void run(Plan plan, List<String> workloads, PrintStream out) {
        printCircumstances(plan, out);
        for (var workload : workloads) {
            switch (workload) {
                case "append" -> new Append(plan, out).run();
                case "read" -> new Reading(plan, out).run();
                case "wake" -> new WakeUps(plan, out).run();
                case "growth" -> new Growth(plan, out).run();
                default -> throw new IllegalArgumentException("There is no workload %s.".formatted(workload));
            }
        }
    }

    private static void printCircumstances(Plan plan, PrintStream out) {
        var draft = plan.drafts().next(0);
        out.printf(
                "%d cores; Java %s %s; load %.2f at the start%n",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                String.join(" ", ManagementFactory.getRuntimeMXBean().getInputArguments()),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        out.printf(
                "%d bytes of payload and %d of metadata; ids %s, such as %s; %d streams; %d rounds of %s after %s; callers are %s threads%n",
                LedgerEngine.CODEC.payload(draft.event()).length,
                LedgerEngine.CODEC.metadata(draft.metadata()).length,
                plan.ids().name().toLowerCase(Locale.ROOT),
                draft.eventId(),
                plan.streams(),
                plan.rounds(),
                plan.measured(),
                plan.warmUp(),
                plan.virtual() ? "virtual" : "platform");
        if (plan.kinds().contains(Kind.POSTGRES) && plan.postgres() == null) {
            out.println("No PostgreSQL was named, so Axon JDBC is left out.");
        }
        out.println();
    }
}
