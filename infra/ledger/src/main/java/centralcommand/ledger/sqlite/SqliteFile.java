package centralcommand.ledger.sqlite;

import centralcommand.ledger.LedgerException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteOpenMode;

/**
 * The file of a ledger, and the connections to it.
 *
 * <p>Nothing in this process may open the file in another way while a connection is open: closing any other handle to it would drop
 * the locks of SQLite (POSIX advisory locks belong to the process).
 */
record SqliteFile(Path path) {
    private static final Duration BUSY_TIMEOUT = Duration.ofSeconds(10);

    /** So long a write-ahead log is moved within a commit after all: {@link SqliteCheckpoints} does it long before. */
    private static final int WRITER_ALONE_AT_PAGES = 20_000;

    private static final Duration BUSY_PAUSE = Duration.ofMillis(10);

    /** Makes the file, if it is not there yet, so that only its owner can read it; SQLite gives its side files the same rights. */
    static SqliteFile at(Path path) {
        var absolute = path.toAbsolutePath();
        try {
            var folder = absolute.getParent();
            if (folder != null && !Files.isDirectory(folder)) {
                Files.createDirectories(folder, rights(absolute, "rwx------"));
            }
            Files.createFile(absolute, rights(absolute, "rw-------"));
        } catch (FileAlreadyExistsException e) {
            if (Files.isDirectory(absolute)) {
                throw new LedgerException("%s is a folder, not a ledger file.".formatted(absolute), e);
            }
        } catch (IOException e) {
            throw new LedgerException("The ledger file %s cannot be made.".formatted(absolute), e);
        }
        return new SqliteFile(absolute);
    }

    private static FileAttribute<?>[] rights(Path path, String rights) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }

    /** The connection that writes. A commit on it returns when the write-ahead log has reached the disk. */
    Connection openForWriting() throws SQLException {
        var config = config();
        config.setSynchronous(SynchronousMode.FULL);
        var connection = config.createConnection(url());
        try {
            SqliteSchema.refuseOther(connection, path);
            turnOnWriteAheadLog(connection);
            Sql.execute(connection, "PRAGMA wal_autocheckpoint = " + WRITER_ALONE_AT_PAGES);
            SqliteSchema.prepare(connection, path);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Moves the write-ahead log into the file beside the connection that writes. */
    Connection openForCheckpoints() throws SQLException {
        var config = config();
        config.setSynchronous(SynchronousMode.FULL);
        return config.createConnection(url());
    }

    Connection openForReading() throws SQLException {
        var config = config();
        config.setReadOnly(true);
        return config.createConnection(url());
    }

    private static SQLiteConfig config() {
        var config = new SQLiteConfig();
        config.setBusyTimeout(Math.toIntExact(BUSY_TIMEOUT.toMillis()));
        // The driver would ask for the last row id after each insert, with a statement that it prepares anew.
        config.setGetGeneratedKeys(false);
        // Each connection is used by one thread at a time, so SQLite need not see to that.
        config.setOpenMode(SQLiteOpenMode.NOMUTEX);
        return config;
    }

    private String url() {
        return "jdbc:sqlite:" + path;
    }

    /** The change of mode needs the file alone and does not always wait for it by itself when two processes open a new file at once. */
    private static void turnOnWriteAheadLog(Connection connection) throws SQLException {
        var giveUpAt = System.nanoTime() + BUSY_TIMEOUT.toNanos();
        while (true) {
            try {
                var mode = Sql.text(connection, "PRAGMA journal_mode = WAL");
                if (!mode.equals("wal")) {
                    throw new LedgerException(
                            "The file system does not carry a write-ahead log (journal mode is %s).".formatted(mode));
                }
                return;
            } catch (SQLException e) {
                if (!SqliteErrors.isBusy(e) || System.nanoTime() > giveUpAt) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BUSY_PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerException("Interrupted while the ledger file was being opened.", e);
        }
    }
}
