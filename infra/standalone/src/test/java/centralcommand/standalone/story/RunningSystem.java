package centralcommand.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Everything in a process of its own, started on a sample folder as an operator would. */
final class RunningSystem implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String READY = "Central Command is ready";
    /** Below the ports that the operating system gives out. */
    private static final int LOWEST_PORT = 20_000;

    private static final int HIGHEST_PORT = 32_000;

    private final Path home;
    private final Path sample;
    private int portBase;
    private Api api;
    private Process process;

    private RunningSystem(Path home, Path sample) {
        this.home = home;
        this.sample = sample;
        portBase = freePortBase();
        api = new Api(portBase);
        process = launch();
    }

    /** Starts it and does not wait. @param home is kept; a system started on it again goes on with it */
    static RunningSystem starting(Path home, Path sample) {
        return new RunningSystem(home, sample);
    }

    /** Starts it and waits until everything answers. */
    static RunningSystem started(Path home, Path sample) {
        return starting(home, sample).ready();
    }

    private Process launch() {
        try {
            Files.createDirectories(home);
            Files.deleteIfExists(output());
            ProcessBuilder builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-Xmx512m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "centralcommand.standalone.Standalone",
                    "--sample",
                    sample.toString(),
                    "--port-base",
                    Integer.toString(portBase));
            builder.environment().put("CENTRAL_COMMAND_HOME", data().toString());
            return builder.redirectErrorStream(true)
                    .redirectOutput(output().toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RunningSystem ready() {
        return until(READY);
    }

    /** Waits for a line that begins so. */
    RunningSystem until(String beginning) {
        await(beginning).atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> {
            boolean alive = process.isAlive();
            boolean there = said().stream().anyMatch(line -> line.startsWith(beginning));
            assertThat(there || alive).as(() -> String.join("\n", said())).isTrue();
            return there;
        });
        return this;
    }

    /** All that it has printed since it was started. */
    List<String> said() {
        try {
            return Files.readAllLines(output());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Api api() {
        return api;
    }

    String address(String path) {
        return "http://localhost:" + portBase + path;
    }

    Path data() {
        return home.resolve("data");
    }

    boolean alive() {
        return process.isAlive();
    }

    /** The end that a power cut brings. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Starts it again on the same data folder. */
    void restart() {
        assertThat(process.isAlive()).isFalse();
        portBase = freePortBase();
        api = new Api(portBase);
        process = launch();
        ready();
    }

    /** The end that an operator asks for. */
    int stop() {
        process.destroy();
        try {
            assertThat(process.waitFor(30, TimeUnit.SECONDS))
                    .as("stopped within 30 s")
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        kill();
    }

    private Path output() {
        return home.resolve("out");
    }

    private static int freePortBase() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT))
                .limit(1_000)
                .filter(base -> IntStream.range(base, base + 3).allMatch(RunningSystem::free))
                .findFirst()
                .orElseThrow();
    }

    private static boolean free(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
