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

    static LedgerException failed(String what, Path file, SQLException e) {
        return new LedgerException("The ledger %s could not %s: %s".formatted(file, what, e.getMessage()), e);
    }
}
