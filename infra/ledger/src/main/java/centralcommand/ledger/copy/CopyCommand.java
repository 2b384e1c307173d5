package centralcommand.ledger.copy;

import centralcommand.ledger.LedgerException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.OptionalLong;

/** Copies a ledger from the command line: {@code FROM TO}. */
public final class CopyCommand {
    private static final long STEP_MILLIS = 500;

    private final Clock clock;
    private final PrintStream out;
    private long lastShown;

    private CopyCommand(Clock clock, PrintStream out) {
        this.clock = clock;
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(run(Clock.systemUTC(), System.out, System.err, arguments));
    }

    /** @return 0 if the copy is whole, 1 if it failed, 2 if the arguments are wrong */
    static int run(Clock clock, PrintStream out, PrintStream err, String... arguments) {
        if (arguments.length != 2 || arguments[0].isBlank() || arguments[1].isBlank()) {
            err.println(
                    "Say from where and to where: a data folder, a ledger file, mongodb://…/database, or an exported file (.jsonl, .jsonl.gz).");
            return 2;
        }
        try {
            new CopyCommand(clock, out).copy(arguments[0], arguments[1]);
            return 0;
        } catch (LedgerException e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    private void copy(String from, String to) {
        try (var source = new Place(from, clock).source();
                var target = new Place(to, clock).target()) {
            var of = source.commits();
            var copied = LedgerCopy.copy(source, target, commits -> show(commits, of));
            show(copied, from, to);
        }
    }

    private void show(LedgerCopy.Copied copied, String from, String to) {
        var commits = copied.commits() - copied.before();
        if (copied.before() > 0 && commits == 0 && copied.notes() == 0) {
            out.printf(
                    "Nothing is new: %s has the %d commits of %s already. They were not looked at again; infra/verify/verify does that.%n",
                    to, copied.commits(), from);
            return;
        }
        out.printf(
                "Copied %d commits (%d events) and %d notes from %s to %s, which now has %d commits; the last hash is %s. Each of them was checked as it was written%s.%n",
                commits,
                copied.events(),
                copied.notes(),
                from,
                to,
                copied.commits(),
                copied.hash(),
                copied.before() == 0 ? "" : "; those that were there before were not looked at again");
    }

    private void show(long commits, OptionalLong of) {
        var now = clock.millis();
        if (now - lastShown >= STEP_MILLIS) {
            lastShown = now;
            out.printf("Commit %d%s%n", commits, of.isPresent() ? " of " + of.getAsLong() : "");
        }
    }
}
