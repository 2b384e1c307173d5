package centralcommand.ledger.sqlite;

import centralcommand.ledger.LedgerException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What SQLite's error codes mean for a ledger. */
final class SqliteErrors {
    private static final int PRIMARY_CODE = 0xff;

    private SqliteErrors() {}

    static boolean isBusy(SQLException e) {
        return is(e, SQLiteErrorCode.SQLITE_BUSY);
    }

    /** Whether it is this error, or one of the finer ones that SQLite counts to it. */
    static boolean is(SQLException e, SQLiteErrorCode primary) {
        return e instanceof SQLiteException sqlite && (sqlite.getResultCode().code & PRIMARY_CODE) == primary.code;
    }

    /** Whether the driver may have closed prepared statements for good: it does after every error but a few that may pass. */
    static boolean closesStatements(Throwable failure) {
        return switch (failure) {
            case SQLException e ->
                !isBusy(e) && !is(e, SQLiteErrorCode.SQLITE_LOCKED) && !is(e, SQLiteErrorCode.SQLITE_CONSTRAINT);
            case RuntimeException e when e.getCause() instanceof SQLException cause -> closesStatements(cause);
            case RuntimeException _ -> false;
            default -> true;
        };
    }

    static LedgerException failed(String what, Path file, SQLException e) {
        return new LedgerException("The ledger %s could not %s: %s".formatted(file, what, e.getMessage()), e);
    }
}
