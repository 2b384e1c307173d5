package centralcommand.ledger.sqlite;

import centralcommand.ledger.LedgerException;
import centralcommand.ledger.file.OwnerOnly;
import centralcommand.ledger.file.Reason;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Predicate;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteOpenMode;

/**
 * The file of a ledger, and the connections to it.
 *
 * <p>Nothing in this process may open the file in another way while a connection is open: closing any other handle to it would drop
 * the locks of SQLite (POSIX advisory locks belong to the process).
 *
 * @param isAtRest whether it lies where nothing can be written, so that SQLite, which is to read it, neither locks it nor keeps files
 *     beside it
 */
record SqliteFile(Path path, boolean isAtRest) {
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
                Files.createDirectories(folder, OwnerOnly.folder(absolute));
            }
            Files.createFile(absolute, OwnerOnly.file(absolute));
        } catch (FileAlreadyExistsException e) {
            requireFile(absolute);
        } catch (IOException e) {
            throw new LedgerException("The ledger file %s cannot be made: %s".formatted(absolute, Reason.of(e)), e);
        }
        return new SqliteFile(absolute, false);
    }

    /** A file that is there and stays as it is. */
    static SqliteFile toBeRead(Path path) {
        return toBeRead(path, Files::isWritable);
    }

    /** @param isWritable whether something can be written to a folder */
    static SqliteFile toBeRead(Path path, Predicate<Path> isWritable) {
        var absolute = path.toAbsolutePath();
        requireFile(absolute);
        if (!Files.isReadable(absolute)) {
            throw new LedgerException("The rights of this user do not allow to read %s.".formatted(absolute));
        }
        var isFixed = !isWritable.test(absolute.getParent());
        var hasLog = Files.exists(absolute.resolveSibling(absolute.getFileName() + "-wal"));
        // SQLite keeps files beside a ledger even to read it. Without them it would miss what somebody writes, but who
        // writes has a log.
        return new SqliteFile(absolute, isFixed && !hasLog);
    }

    /** SQLite would make what a link leads to with the rights that are usual, and keep a journal beside a device. */
    private static void requireFile(Path path) {
        if (Files.isDirectory(path)) {
            throw new LedgerException("%s is a folder, not a ledger file.".formatted(path));
        }
        if (!Files.exists(path)) {
            throw new LedgerException(
                    Files.isSymbolicLink(path)
                            ? "%s is a link to a file that is not there. Remove the link, or name the file itself."
                                    .formatted(path)
                            : "There is no ledger file %s.".formatted(path));
        }
        if (!Files.isRegularFile(path)) {
            throw new LedgerException("%s is no file that could hold a ledger.".formatted(path));
        }
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
        if (isAtRest) {
            config.setOpenMode(SQLiteOpenMode.OPEN_URI);
            return config.createConnection("jdbc:sqlite:%s?immutable=1".formatted(uri()));
        }
        return config.createConnection(url());
    }

    /** A new connection to a ledger as it stands: it is not lifted and nothing is made. */
    Connection openAsItIs() throws SQLException {
        var connection = openForReading();
        try {
            SqliteSchema.requireCurrent(connection, path);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
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

    /** With three slashes, as SQLite wants it. */
    private String uri() {
        return "file://" + path.toUri().getRawPath();
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
