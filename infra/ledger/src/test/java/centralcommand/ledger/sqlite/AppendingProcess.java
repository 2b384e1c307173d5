package centralcommand.ledger.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;

import centralcommand.ledger.CommandKey;
import centralcommand.ledger.Commit;
import centralcommand.ledger.DuplicateCommandException;
import centralcommand.ledger.Ledger;
import centralcommand.ledger.LedgerException;
import centralcommand.ledger.NewEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JVM of its own that appends commits of two events and prints, for each, that it was acknowledged. */
final class AppendingProcess implements AutoCloseable {
    static final String FAILED = "failed: ";

    private final Process process;
    private final BufferedReader acknowledgements;

    private AppendingProcess(Process process) {
        this.process = process;
        this.acknowledgements = process.inputReader(UTF_8);
    }

    /** The process says that it is ready, and appends only after {@link #go()}. */
    static AppendingProcess start(Path file, String name, int commits) throws IOException {
        return start(file, name, commits, Map.of());
    }

    static AppendingProcess start(Path file, String name, int commits, Map<String, String> environment)
            throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(List.of(
                        java,
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AppendingProcess.class.getName(),
                        file.toString(),
                        name,
                        Integer.toString(commits)))
                .redirectError(Redirect.INHERIT);
        builder.environment().putAll(environment);
        var started = new AppendingProcess(builder.start());
        if (!"ready".equals(started.acknowledgements.readLine())) {
            throw new IOException("The appending process did not start.");
        }
        return started;
    }

    /** A name that begins with this makes commits that outgrow SQLite's page cache, so that they are written before they are committed. */
    static final String LARGE = "large";

    private static final int LARGE_BYTES = 1_500_000;

    void go() throws IOException {
        process.outputWriter(UTF_8).append("go\n").flush();
    }

    /** The command id of the next acknowledged commit, or {@link #FAILED} and the reason of a failed one that will be tried again; null when the process has ended and everything that it said is read. */
    @Nullable
    String nextAcknowledged() throws IOException {
        return acknowledgements.readLine();
    }

    /** SIGKILL. Unlike {@code process.destroyForcibly()} this leaves the pipe open, so that what was acknowledged can be read. */
    void kill() {
        process.toHandle().destroyForcibly();
    }

    int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] arguments) throws IOException {
        var name = arguments[1];
        var commits = Integer.parseInt(arguments[2]);
        var out = new PrintStream(System.out, false, UTF_8);
        try (var ledger = SqliteLedger.open(Path.of(arguments[0]), Clock.systemUTC())) {
            out.println("ready");
            out.flush();
            new BufferedReader(new InputStreamReader(System.in, UTF_8)).readLine();
            for (var n = 0; n < commits; n++) {
                var id = name + "-" + n;
                var commit = Commit.of(event(name + "/left", n), event(name + "/right", n))
                        .carryingOut(new CommandKey(name, id, "hash"));
                while (!isAppended(ledger, commit, out)) {
                    out.flush();
                }
                out.println(id);
                out.flush();
            }
        }
    }

    private static boolean isAppended(Ledger ledger, Commit commit, PrintStream out) {
        try {
            ledger.append(commit);
            return true;
        } catch (DuplicateCommandException thereAlready) {
            return true;
        } catch (LedgerException e) {
            out.println(FAILED + e.getMessage());
            return false;
        }
    }

    private static NewEvent event(String stream, int n) {
        var payload = "{\"n\":%d,\"padding\":\"%s\"}"
                .formatted(n, "x".repeat(stream.startsWith(LARGE) ? LARGE_BYTES : 0))
                .getBytes(UTF_8);
        return new NewEvent(stream, n, stream + "@" + n, "thing-happened", 1, payload, "{}".getBytes(UTF_8));
    }
}
