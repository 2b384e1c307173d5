package centralcommand.benchmarks.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The product as a process of its own, as {@code infra/run --sample} starts it. */
final class Product implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path home;
    private final int portBase;
    private final Process process;

    /**
     * Starts it and waits until it is ready.
     *
     * @param app folder with {@code central-command.jar}
     * @param home data folder; kept
     * @param javaOptions beside those that the product has
     */
    Product(Path app, Path home, int portBase, List<String> javaOptions) {
        this.home = home;
        this.portBase = portBase;
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:SoftRefLRUPolicyMSPerMB=20",
                "-Dcentral-command.shipped-sample="
                        + app.resolve("../../sample").normalize(),
                "-Daxoniq.update-checker.disabled=true",
                "-Ddisable-axoniq-console-message=true"));
        if (Files.exists(app.resolve("central-command.aot"))) {
            command.add("-XX:AOTCache=" + app.resolve("central-command.aot"));
        }
        command.addAll(javaOptions);
        command.addAll(List.of(
                "-jar",
                app.resolve("central-command.jar").toString(),
                "--sample",
                "--port-base",
                Integer.toString(portBase)));
        var builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.to(output().toFile()));
        builder.environment().put("CENTRAL_COMMAND_HOME", home.toString());
        // One account of the load sends what a whole department would.
        builder.environment().put("CENTRALCOMMAND_LIMITS_COMMANDSPERSECOND", "1000000");
        builder.environment().put("CENTRALCOMMAND_LIMITS_COMMANDBURST", "1000000");
        try {
            Files.createDirectories(home);
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitReady();
    }

    int commandPort() {
        return portBase + 1;
    }

    int webPort() {
        return portBase;
    }

    Path ledger() {
        return home.resolve("ledger.db");
    }

    /** SIGKILL: what a power cut does to a process. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    private Path output() {
        return home.resolveSibling(home.getFileName() + ".out");
    }

    private void awaitReady() {
        var giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!Files.readString(output()).contains("Central Command is ready")) {
                if (!process.isAlive() || System.nanoTime() > giveUpAt) {
                    throw new IllegalStateException("The product did not start: " + Files.readString(output()));
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** SIGTERM, and SIGKILL if that is not enough. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
