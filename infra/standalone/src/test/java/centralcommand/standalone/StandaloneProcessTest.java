package centralcommand.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process as an operator meets it: started, asked, stopped, killed, started again. */
class StandaloneProcessTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path home;

    private int portBase;
    private Process process = ended();

    @AfterEach
    void stop() {
        process.destroyForcibly();
    }

    @Test
    void it_is_ready_only_when_pages_and_both_services_are_and_stops_in_order_when_asked() throws Exception {
        start();
        String ready = await().atMost(PATIENCE).until(this::readyLine, line -> !line.isEmpty());

        assertThat(ready).startsWith("Central Command is ready at http://localhost:" + portBase + " ");
        for (int port = portBase; port < portBase + 3; port++) {
            assertThat(status(port, "/actuator/health/readiness")).isEqualTo(200);
        }
        process.destroy();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(143);
        assertThat(log().filter(line -> line.contains("Contexts - Stopped"))
                        .map(line -> line.substring(line.lastIndexOf(' ') + 1)))
                .containsExactly("web", "query", "command");
    }

    @Test
    void killed_and_started_again_it_has_the_same_keys_and_no_second_administrator() throws Exception {
        start();
        await().atMost(PATIENCE).until(this::readyLine, line -> !line.isEmpty());
        assertThat(output()).anyMatch(line -> line.startsWith("Sign in as admin with the password "));
        String keys = body(portBase, "/oauth2/jwks");

        process.destroyForcibly().waitFor();
        start();
        await().atMost(PATIENCE).until(this::readyLine, line -> !line.isEmpty());
        assertThat(body(portBase, "/oauth2/jwks")).isEqualTo(keys);
        assertThat(output()).noneMatch(line -> line.contains("password"));
    }

    private void start() throws IOException {
        portBase = freePortBase();
        Files.deleteIfExists(home.resolve("out"));
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Standalone.class.getName(),
                "--port-base",
                Integer.toString(portBase));
        builder.environment().put(Options.HOME, home.resolve("data").toString());
        builder.environment().put("SERVER_PORT", "1");
        process = builder.redirectErrorStream(true)
                .redirectOutput(home.resolve("out").toFile())
                .start();
    }

    private String readyLine() throws IOException {
        assertThat(process.isAlive()).as(String.join("\n", output())).isTrue();
        return output().stream()
                .filter(line -> line.startsWith("Central Command is ready"))
                .findFirst()
                .orElse("");
    }

    private List<String> output() throws IOException {
        return Files.readAllLines(home.resolve("out"));
    }

    private Stream<String> log() throws IOException {
        return Files.readAllLines(home.resolve("data/logs/central-command.log")).stream();
    }

    private static int status(int port, String path) throws Exception {
        return get(port, path).statusCode();
    }

    private static String body(int port, String path) throws Exception {
        return get(port, path).body();
    }

    private static HttpResponse<String> get(int port, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static int freePortBase() {
        return IntStream.iterate(21_000, base -> base < 40_000, base -> base + 10)
                .filter(base -> IntStream.range(base, base + 3).allMatch(StandaloneProcessTest::free))
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

    private static Process ended() {
        try {
            return new ProcessBuilder("true").start();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
