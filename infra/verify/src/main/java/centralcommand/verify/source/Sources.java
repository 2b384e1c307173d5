package centralcommand.verify.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Finds out what kind of ledger is meant. */
public final class Sources {
    private static final byte[] SQLITE_MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private Sources() {}

    /**
     * Opens a ledger for reading.
     *
     * @param source a data folder with {@code ledger.db}, a SQLite file, an exported file, or a URI that begins with {@code mongodb}
     */
    public static Source open(String source) throws UnreadableException {
        if (isAddress(source)) {
            return MongoSource.open(source);
        }
        var named = Path.of(source);
        var file = Files.isDirectory(named) ? named.resolve("ledger.db") : named;
        if (!Files.isRegularFile(file)) {
            throw new UnreadableException("There is no file %s.".formatted(file));
        }
        return isSqlite(file) ? SqliteSource.open(file) : ExportSource.open(file);
    }

    /** Whether it is the address of a database and no file or folder. */
    public static boolean isAddress(String source) {
        return source.startsWith("mongodb://") || source.startsWith("mongodb+srv://");
    }

    private static boolean isSqlite(Path file) throws UnreadableException {
        try (var in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(SQLITE_MAGIC.length), SQLITE_MAGIC);
        } catch (IOException e) {
            throw new UnreadableException("%s cannot be read: %s".formatted(file, e.getMessage()));
        }
    }
}
