package centralcommand.benchmarks;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** mongo-java-server in a process of its own, so that its heap does not burden the engines beside it. It ends with its parent. */
final class MongoProcess implements AutoCloseable {
    private final Process process;
    private final String address;

    /** @param folder to keep its data in, of a fresh server; null where it is to keep them in memory only */
    MongoProcess(@Nullable Folder folder) {
        try {
            process = new ProcessBuilder(command(folder))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var answer = process.inputReader(StandardCharsets.UTF_8).readLine();
            if (answer == null) {
                throw new IllegalStateException("mongo-java-server did not start; what it says is above.");
            }
            address = answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(@Nullable Folder folder) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                "-cp",
                System.getProperty("java.class.path"),
                MongoProcess.class.getName()));
        if (folder != null) {
            command.add(folder.path().resolve("mongo.mv").toString());
        }
        return command;
    }

    String address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says where it listens, and ends when its input does. */
    static void main(String[] file) throws IOException {
        var server = new MongoServer(file.length == 0 ? new MemoryBackend() : new H2Backend(file[0]));
        System.out.println(server.bindAndGetConnectionString());
        while (System.in.read() >= 0) {}
        server.shutdownNow();
    }
}
