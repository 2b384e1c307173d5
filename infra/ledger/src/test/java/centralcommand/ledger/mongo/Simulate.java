package centralcommand.ledger.mongo;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/** Runs random histories for a time and says how many ran: {@code infra/ledger/simulate [seconds] [seed]}. */
final class Simulate {
    private static final int USUAL_SECONDS = 60;
    private static final int MOST_SAID = 3;

    private Simulate() {}

    public static void main(String[] arguments) {
        var seconds = arguments.length > 0 ? Long.parseLong(arguments[0]) : USUAL_SECONDS;
        var single = arguments.length > 1;
        var first = single ? Long.parseLong(arguments[1]) : 1;
        var end = System.nanoTime() + seconds * 1_000_000_000L;
        var histories = 0L;
        var commits = 0L;
        var attempts = 0L;
        var virtualSeconds = 0L;
        var failed = new AtomicBoolean();
        for (var seed = first; histories == 0 || System.nanoTime() < end; seed++) {
            var ended = History.run(seed);
            histories++;
            commits += ended.commits();
            attempts += ended.attempts();
            virtualSeconds += ended.virtualNanos() / 1_000_000_000L;
            if (!ended.wrong().isEmpty()) {
                failed.set(true);
                System.out.printf(
                        "seed %d: %s%n",
                        seed, ended.wrong().stream().distinct().limit(MOST_SAID).collect(Collectors.joining(" ")));
            }
        }
        System.out.printf(
                "%,d histories ran (seeds %d to %d) with %,d attempts to append, %,d commits and %,d simulated seconds: %s.%n",
                histories,
                first,
                first + histories - 1,
                attempts,
                commits,
                virtualSeconds,
                failed.get() ? "the seeds above went wrong" : "nothing went wrong");
        System.exit(failed.get() ? 1 : 0);
    }
}
