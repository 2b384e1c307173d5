package centralcommand.benchmarks.product;

import centralcommand.ledger.append.Chain;
import centralcommand.ledger.append.Tip;
import centralcommand.ledger.sqlite.SqliteLedger;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Kills the product with SIGKILL while many callers send commands, starts it again, and looks each time whether everything that was
 * acknowledged is there, once, and the chain holds. What was acknowledged is written down by the callers, outside the data folder.
 */
final class KillStorm {
    private static final int CALLERS = 64;
    private static final int PROGRAMS = 64;
    /** Then a fresh copy of the data folder is taken, so that a start does not take longer and longer. */
    private static final int KILLS_OF_ONE_FOLDER = 10;

    private static final int LEAST_MILLIS = 200;
    private static final int MORE_MILLIS = 2_500;
    private static final int PAGE = 1_000;
    private static final Pattern POSITION = Pattern.compile("\"position\":(\\d+)");

    private final Path app;
    private final Path folder;
    private final Random random;
    private final PrintStream out;
    private final int portBase;
    private long acknowledgedInAll;
    private long unacknowledgedInAll;

    KillStorm(Path app, Path folder, long seed, int portBase, PrintStream out) {
        this.app = app;
        this.folder = folder;
        this.random = new Random(seed);
        this.portBase = portBase;
        this.out = out;
    }

    /** {@code APP-FOLDER TIMES SEED} */
    static void main(String[] arguments) throws Exception {
        var folder = Files.createTempDirectory("kill-storm-");
        var storm = new KillStorm(Path.of(arguments[0]), folder, Long.parseLong(arguments[2]), 22_000, System.out);
        storm.run(Integer.parseInt(arguments[1]));
        delete(folder);
    }

    /** What a caller was told. */
    private record Acknowledged(String commandId, long position) {}

    /** @throws IllegalStateException if anything that was acknowledged is missing, or there twice, or the chain does not hold */
    void run(int times) throws Exception {
        var prepared = folder.resolve("prepared");
        prepare(prepared);
        for (var kill = 1; kill <= times; kill++) {
            var home = folder.resolve("home-" + (kill - 1) / KILLS_OF_ONE_FOLDER);
            if (!Files.exists(home)) {
                copy(prepared, home);
            }
            killOnce(kill, home);
            if (kill % KILLS_OF_ONE_FOLDER == 0) {
                delete(home);
            }
        }
        out.printf(
                "%d kills under %d callers: %d commands acknowledged, 0 lost, 0 doubled; %d recorded that nobody was told of; every chain holds%n",
                times, CALLERS, acknowledgedInAll, unacknowledgedInAll);
    }

    private void prepare(Path home) throws IOException {
        out.printf("Preparing %d programs.%n", PROGRAMS);
        try (var product = new Product(app, home, portBase, List.of())) {
            new Reports(product, "storm", PROGRAMS).prepare();
        }
    }

    private void killOnce(int kill, Path home) throws Exception {
        var acknowledged = new ConcurrentLinkedQueue<Acknowledged>();
        long before;
        var after = LEAST_MILLIS + random.nextInt(MORE_MILLIS);
        try (var log = Files.newBufferedWriter(folder.resolve("acknowledged-" + kill));
                var product = new Product(app, home, portBase, List.of());
                var callers = Executors.newFixedThreadPool(CALLERS)) {
            var reports = new Reports(product, "storm", PROGRAMS);
            var token = reports.token("energy");
            before = commits(product.ledger());
            var calls = new ArrayList<Future<?>>();
            for (var caller = 0; caller < CALLERS; caller++) {
                var own = caller;
                calls.add(callers.submit(() -> callUntilDead(product, reports, token, kill, own, acknowledged)));
            }
            TimeUnit.MILLISECONDS.sleep(after);
            product.kill();
            for (var call : calls) {
                call.get(1, TimeUnit.MINUTES);
            }
            for (var each : acknowledged) {
                log.append(each.commandId())
                        .append(' ')
                        .append(Long.toString(each.position()))
                        .append('\n');
            }
        }
        var recorded = check(home.resolve("ledger.db"), acknowledged) - before;
        acknowledgedInAll += acknowledged.size();
        unacknowledgedInAll += recorded - acknowledged.size();
        out.printf(
                "kill %d after %d ms: %d acknowledged, %d recorded, all there%n",
                kill, after, acknowledged.size(), recorded);
    }

    private static void callUntilDead(
            Product product, Reports reports, String token, int kill, int caller, Queue<Acknowledged> acknowledged) {
        try (var http = new HttpCaller(product.commandPort())) {
            for (long number = 0; ; number++) {
                var id = "kill-%d-%d-%d".formatted(kill, caller, number);
                var answer = reports.send(http, token, id, caller % PROGRAMS, number * 131 + kill);
                Reports.done(answer);
                var position = POSITION.matcher(answer.body());
                if (!position.find()) {
                    throw new IllegalStateException("An answer without a position: " + answer);
                }
                acknowledged.add(new Acknowledged(id, Long.parseLong(position.group(1))));
            }
        } catch (IOException killed) {
            // That is what the storm is for; a command that was under way may or may not have been carried out.
        }
    }

    private static long commits(Path file) {
        try (var ledger = SqliteLedger.open(file, Clock.systemUTC())) {
            return ledger.commits();
        }
    }

    /** @return commits of the ledger */
    private static long check(Path file, Iterable<Acknowledged> acknowledged) {
        try (var ledger = SqliteLedger.open(file, Clock.systemUTC())) {
            for (var each : acknowledged) {
                var recorded = ledger.findCommand("energy", each.commandId())
                        .orElseThrow(() -> new IllegalStateException("LOST: " + each));
                if (recorded.lastPosition() != each.position()) {
                    throw new IllegalStateException("MOVED: " + each + " is at " + recorded.lastPosition());
                }
            }
            var chain = new Chain(Tip.OF_EMPTY);
            var batch = ledger.readCommits(0, PAGE);
            while (!batch.isEmpty()) {
                for (var commit : batch) {
                    var again = chain.add(commit.epoch(), commit.recordedAt(), commit.command(), commit.events());
                    if (!again.commit().equals(commit)) {
                        throw new IllegalStateException("BROKEN at commit " + commit.number());
                    }
                }
                batch = ledger.readCommits(batch.getLast().number(), PAGE);
            }
            if (!chain.tip().frontier().root().equals(ledger.tree().root(ledger.commits()))) {
                throw new IllegalStateException("The tree does not have the root of its commits.");
            }
            return chain.tip().number();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : new ArrayList<>(files.toList())) {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path each, @Nullable IOException e) throws IOException {
                Files.delete(each);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
