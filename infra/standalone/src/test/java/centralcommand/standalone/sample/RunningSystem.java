package centralcommand.standalone.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import centralcommand.standalone.identity.SampleTokens;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything in a process of its own, started on a sample folder as an operator would. */
final class RunningSystem implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path home;
    private final int portBase = freePortBase();
    private final SampleTokens tokens = new SampleTokens(http, at(0), Clock.systemUTC());
    private final Process process;

    /** @param home is kept; a system started on it again goes on with it */
    RunningSystem(Path home, Path sample) throws IOException {
        this.home = home;
        Files.createDirectories(home);
        Files.deleteIfExists(output());
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "centralcommand.standalone.Standalone",
                "--sample",
                sample.toString(),
                "--port-base",
                Integer.toString(portBase));
        builder.environment().put("CENTRAL_COMMAND_HOME", home.resolve("data").toString());
        process = builder.redirectErrorStream(true)
                .redirectOutput(output().toFile())
                .start();
    }

    RunningSystem ready() {
        until("Central Command is ready");
        return this;
    }

    /** Waits for a line that begins so. */
    void until(String beginning) {
        await(beginning).atMost(PATIENCE).until(() -> {
            List<String> said = said();
            boolean there = said.stream().anyMatch(line -> line.startsWith(beginning));
            assertThat(there || process.isAlive()).as(String.join("\n", said)).isTrue();
            return there;
        });
    }

    List<String> said() throws IOException {
        return Files.readAllLines(output());
    }

    /** An answer of the query API as an account sees it. */
    JsonNode query(String account, String path) throws IOException, InterruptedException {
        var answer = http.send(
                HttpRequest.newBuilder(at(2).resolve(path))
                        .header("Authorization", "Bearer " + tokens.of(account))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    /** Every event of the ledger that the account sees. */
    List<JsonNode> events(String account) throws IOException, InterruptedException {
        List<JsonNode> events = new ArrayList<>();
        @Nullable Long after = 0L;
        while (after != null) {
            JsonNode page = query(account, "/api/events?limit=1000&after=" + after);
            page.get("rows").forEach(events::add);
            after = page.hasNonNull("next") ? page.get("next").asLong() : null;
        }
        return events;
    }

    /** Runs an import against the running system, and returns what it says. */
    List<String> importAgain(Path sample, Path kept) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        new CommandApiSampleImport().run(sample, at(1), at(2), tokens, kept, new SampleImport.Progress() {
            @Override
            public void done(String what, int done, int total) {
                assertThat(done).isLessThanOrEqualTo(total);
            }

            @Override
            public void say(String line) {
                lines.add(line);
            }
        });
        return lines;
    }

    Path data() {
        return home.resolve("data");
    }

    /** The end that a power cut brings. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            kill();
        }
    }

    private Path output() {
        return home.resolve("out");
    }

    private URI at(int port) {
        return URI.create("http://localhost:" + (portBase + port));
    }

    private static int freePortBase() {
        return IntStream.iterate(41_000, base -> base < 60_000, base -> base + 10)
                .filter(base -> IntStream.range(base, base + 3).allMatch(RunningSystem::free))
                .findFirst()
                .orElseThrow();
    }

    private static boolean free(int port) {
        try (ServerSocket probe = new ServerSocket(port)) {
            return probe.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
