package centralcommand.standalone;

import centralcommand.command.server.CommandApplication;
import centralcommand.ledger.Ledger;
import centralcommand.ledger.location.LedgerLocation;
import centralcommand.query.server.QueryApplication;
import centralcommand.standalone.identity.Identity;
import centralcommand.standalone.identity.SampleTokens;
import centralcommand.standalone.sample.CommandApiSampleImport;
import centralcommand.web.WebApplication;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;
import org.springframework.context.support.GenericApplicationContext;

/** Central Command in one process: opens the data folder and its ledger once, and starts pages and services on top. */
public final class Standalone implements AutoCloseable {
    private final Options options;
    private final Addresses addresses;
    private final Clock clock;
    private final Console console;
    /** The last opened is closed first. */
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    private boolean closed;

    Standalone(Options options, Clock clock, Console console) {
        this.options = options;
        this.addresses = new Addresses(options.host(), options.portBase());
        this.clock = clock;
        this.console = console;
    }

    public static void main(String... arguments) throws InterruptedException {
        Console console = new Console(
                System.out, System.console() != null && System.console().isTerminal());
        try {
            Options options =
                    Options.parse(List.of(arguments), System.getenv(), System.getProperty(Options.SHIPPED_SAMPLE));
            if (options.help()) {
                console.say(usage());
                return;
            }
            Standalone standalone = new Standalone(options, Clock.systemUTC(), console);
            Runtime.getRuntime().addShutdownHook(new Thread(standalone::close, "stop"));
            standalone.start();
            if (options.exitWhenReady()) {
                System.exit(0);
            }
        } catch (StartRefused refused) {
            System.err.println(refused.sentence());
            System.exit(refused.exitCode());
        }
    }

    private static String usage() {
        try (InputStream text = Standalone.class.getResourceAsStream("usage.txt")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when everything answers and the sample, if asked for, is there. */
    void start() throws StartRefused, InterruptedException {
        Path sample = options.sampleFolder();
        if (sample != null && !Files.isDirectory(sample)) {
            throw StartRefused.impossible(
                    "There is no folder %s: give one that holds programs.csv and its companions.".formatted(sample));
        }
        addresses.refuseUsedPorts();
        DataFolder folder = DataFolder.open(options.home());
        keep(folder);
        Logging.to(folder.logs());
        try {
            start(folder);
        } catch (IOException | RuntimeException e) {
            if (isClosed()) {
                throw new InterruptedException("Stopped while starting");
            }
            LoggerFactory.getLogger(Standalone.class).error("Could not start", e);
            throw StartRefused.impossible("Central Command could not start: %s; the whole story is in %s."
                    .formatted(rootSentence(e), folder.logs().resolve("central-command.log")));
        }
    }

    private void start(DataFolder folder) throws StartRefused, IOException, InterruptedException {
        Ledger ledger = LedgerLocation.open(
                Objects.requireNonNullElse(options.ledger(), folder.ledger().toString()), clock);
        keep(ledger);
        Identity identity =
                Identity.open(folder.identity(), addresses.pages(), addresses.allPages(), clock, options.sample());
        prepareAccounts(identity);
        Contexts contexts = new Contexts(parts(folder, ledger, identity));
        keep(contexts);
        contexts.start();
        try (HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
            new Readiness(http).await(List.of(addresses.command(), addresses.query(), addresses.web()));
            Path sample = options.sampleFolder();
            if (sample != null) {
                new CommandApiSampleImport()
                        .run(
                                sample,
                                addresses.command(),
                                addresses.query(),
                                new SampleTokens(http, addresses.web(), clock),
                                folder.sample(),
                                console);
                new Readiness(http).await(List.of(addresses.query()));
            }
        }
        console.say(
                "Central Command is ready at %s (command API on port %d, query API on port %d, data in %s, started in %s s)"
                        .formatted(
                                addresses.pages(),
                                addresses.commandPort(),
                                addresses.queryPort(),
                                folder.path(),
                                secondsSinceStart()));
    }

    private void prepareAccounts(Identity identity) {
        if (options.sample()) {
            List<String> taken = identity.addSampleAccounts();
            if (!taken.isEmpty()) {
                console.say("These accounts were here before the sample and keep their own passwords: "
                        + String.join(", ", taken) + ".");
            }
        }
        identity.ensureAdministrator()
                .ifPresent(password ->
                        console.say("Sign in as admin with the password %s to add accounts. It is shown only this once."
                                .formatted(password)));
        if (!options.host().isLoopbackAddress()) {
            console.say("Listening on %s without encryption; put a proxy that ends TLS in front of it."
                    .formatted(options.host().getHostAddress()));
        }
    }

    private List<Contexts.Part> parts(DataFolder folder, Ledger ledger, Identity identity) {
        Map<String, String> known = identity.properties(addresses.web());
        Map<String, String> services = new HashMap<>(known);
        services.keySet().removeIf(key -> key.contains(".client-"));
        Map<String, String> queries = new HashMap<>(services);
        queries.put("central-command.ledger.key-file", folder.ledgerKey().toString());
        Map<String, String> pages = new HashMap<>(known);
        pages.put("central-command.command-api", addresses.command().toString());
        pages.put("central-command.query-api", addresses.query().toString());
        Consumer<GenericApplicationContext> withClock =
                context -> context.getBeanFactory().registerSingleton("clock", clock);
        Consumer<GenericApplicationContext> withLedger =
                withClock.andThen(context -> context.getBeanFactory().registerSingleton("ledger", ledger));
        return List.of(
                part("web", WebApplication.class, addresses.webPort(), pages, withClock.andThen(identity::addTo)),
                part("query", QueryApplication.class, addresses.queryPort(), queries, withLedger),
                part("command", CommandApplication.class, addresses.commandPort(), services, withLedger));
    }

    private Contexts.Part part(
            String name,
            Class<?> application,
            int port,
            Map<String, String> settings,
            Consumer<GenericApplicationContext> shared) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("server.address", options.host().getHostAddress());
        all.put("server.port", Integer.toString(port));
        return new Contexts.Part(name, application, all, shared);
    }

    /** Stops in order: pages, query service, command service, ledger, data folder. */
    @Override
    public synchronized void close() {
        closed = true;
        while (!opened.isEmpty()) {
            closeQuietly(opened.pop());
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized void keep(AutoCloseable resource) {
        opened.push(resource);
        if (closed) {
            close();
            throw new IllegalStateException("Stopped while starting");
        }
    }

    private static void closeQuietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            LoggerFactory.getLogger(Standalone.class).error("{} did not close cleanly", resource, e);
        }
    }

    /** Java's own start: what a shell did before it became this process, such as building, is not counted. */
    private String secondsSinceStart() {
        Instant started =
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
        return "%.1f".formatted(Duration.between(started, clock.instant()).toMillis() / 1000.0);
    }

    private static String rootSentence(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage();
        return message == null
                ? root.getClass().getSimpleName()
                : message.strip().replaceFirst("\\.$", "");
    }
}
