package centralcommand.standalone;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder that holds everything worth keeping, used by one process at a time. */
final class DataFolder implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** The operating system frees the lock of a process that was killed, so none is ever left behind. */
    static DataFolder open(Path path) throws StartRefused {
        try {
            Files.createDirectories(path);
            Files.createDirectories(path.resolve("logs"));
            FileChannel channel = FileChannel.open(
                    path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw StartRefused.impossible(
                        "Another Central Command is using the data folder %s; stop it, or set %s to another folder."
                                .formatted(path, Options.HOME));
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new DataFolder(path, channel);
        } catch (IOException e) {
            throw StartRefused.impossible("The data folder %s cannot be written (%s); set %s to another folder."
                    .formatted(path, reason(e), Options.HOME));
        }
    }

    Path ledger() {
        return path.resolve("ledger.db");
    }

    /** The key that signs for the ledger. */
    Path ledgerKey() {
        return path.resolve("ledger-key");
    }

    Path identity() {
        return path.resolve("identity");
    }

    /** What the sample importer remembers. */
    Path sample() {
        return path.resolve("sample");
    }

    Path logs() {
        return path.resolve("logs");
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "") + ": " + e.getMessage();
    }
}
