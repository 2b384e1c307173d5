package centralcommand.verify;

import centralcommand.verify.source.Source;
import java.io.PrintStream;
import java.util.Locale;

/** Shows on the error stream how far the work is: a bar on a terminal, otherwise a line from time to time. */
final class Progress {
    private static final long BAR_NANOS = 200_000_000L;
    private static final long LINE_NANOS = 10_000_000_000L;
    private static final int LOOK_EVERY = 1_000;
    private static final int WIDTH = 30;

    private final PrintStream out;
    private final boolean terminal;
    private final long started = System.nanoTime();
    private long shown = started;

    Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void commits(long commits, Source source) {
        if (commits % LOOK_EVERY != 0) {
            return;
        }
        var now = System.nanoTime();
        if (now - shown < (terminal ? BAR_NANOS : LINE_NANOS)) {
            return;
        }
        shown = now;
        var share = source.total() <= 0 ? 0 : Math.clamp((double) source.done() / source.total(), 0, 1);
        var told = "%3.0f %%  %,d commits  %,.0f a second".formatted(share * 100, commits, commits / seconds(now));
        if (terminal) {
            var full = (int) (share * WIDTH);
            out.print("\r[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] " + told + "  ");
            out.flush();
        } else {
            out.println(told.strip());
        }
    }

    void stage(String what) {
        if (terminal) {
            out.print("\r" + what + " …" + " ".repeat(60));
            out.flush();
        }
    }

    void end(long commits) {
        var seconds = seconds(System.nanoTime());
        if (terminal) {
            out.print("\r" + " ".repeat(100) + "\r");
        }
        out.println(String.format(
                Locale.ROOT,
                "Read and checked %,d commits in %.1f s (%,.0f a second).",
                commits,
                seconds,
                commits / seconds));
    }

    private double seconds(long now) {
        return Math.max(1e-9, (now - started) / 1e9);
    }
}
