package centralcommand.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of one engine, gone with all that is in it when it is closed. */
record Folder(Path path) implements AutoCloseable {

    /** On the disk that temporary files are on, which must be a real one. */
    static Folder temporary() {
        try {
            return new Folder(Files.createTempDirectory("ledger-benchmark-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes of all files in it. */
    long bytes() {
        try (var files = Files.list(path)) {
            var sum = 0L;
            for (var file : files.toList()) {
                sum += Files.size(file);
            }
            return sum;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (var files = Files.list(path)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
