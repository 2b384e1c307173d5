package centralcommand.standalone;

import centralcommand.standalone.sample.SampleImport;
import java.io.PrintStream;

/** The few lines a person at the console sees; everything else goes to the log file. */
final class Console implements SampleImport.Progress {
    private static final int BAR = 30;

    private final PrintStream out;
    private final boolean interactive;
    private int shownTenth = -1;
    private boolean barOpen;

    /** @param interactive whether a line may be drawn over; if not, progress is told in tenths */
    Console(PrintStream out, boolean interactive) {
        this.out = out;
        this.interactive = interactive;
    }

    @Override
    public synchronized void say(String line) {
        if (barOpen) {
            out.println();
            barOpen = false;
        }
        shownTenth = -1;
        out.println(line);
        out.flush();
    }

    @Override
    public synchronized void done(String what, int done, int total) {
        int tenth = total == 0 ? 10 : (int) (10L * done / total);
        if (interactive) {
            int filled = total == 0 ? BAR : (int) ((long) BAR * done / total);
            out.print(
                    "\r%s [%s%s] %d of %d".formatted(what, "=".repeat(filled), " ".repeat(BAR - filled), done, total));
            barOpen = done < total;
            if (!barOpen) {
                out.println();
            }
            out.flush();
        } else if (tenth != shownTenth) {
            shownTenth = tenth;
            out.println("%s: %d of %d".formatted(what, done, total));
            out.flush();
        }
    }
}
