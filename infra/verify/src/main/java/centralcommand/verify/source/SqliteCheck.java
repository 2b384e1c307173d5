package centralcommand.verify.source;

import centralcommand.verify.finding.Finding;
import centralcommand.verify.finding.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** SQLite's own look at its pages and indexes: who looks something up in an index must find what stands in the table. */
final class SqliteCheck {
    private static final int MOST_MESSAGES = 100;
    private static final String SOUND = "ok";

    private static final Pattern ABOUT_VALUES = Pattern.compile(
            "(non-unique entry in index |CHECK constraint failed in |(NULL|NUMERIC|TEXT|non-[A-Z]+) value in ).*");
    private static final Pattern ABOUT_AN_INDEX = Pattern.compile(".*(in|from|of) index .*");

    private SqliteCheck() {}

    /** Reads the whole file in one read transaction. */
    static List<Entry> check(Connection connection) throws SQLException {
        var entries = new ArrayList<Entry>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("PRAGMA main.integrity_check(%d)".formatted(MOST_MESSAGES))) {
            while (rows.next()) {
                var message = String.valueOf(rows.getString(1));
                if (!message.equals(SOUND)) {
                    entries.add(entry(message));
                }
            }
        }
        return entries;
    }

    private static Entry entry(String message) {
        if (ABOUT_VALUES.matcher(message).matches()) {
            // The rows themselves are read and compared elsewhere, and what is wrong with them is told in better words.
            return new Entry.Consequence(Finding.of(
                    Kind.MALFORMED, "SQLite says of a value that it may not stand there: %s.".formatted(message)));
        }
        if (ABOUT_AN_INDEX.matcher(message).matches()) {
            return new Entry.Defect(Finding.of(
                    Kind.WRONG_INDEX,
                    "An index does not hold what its table holds, so who looks something up does not find it: %s."
                            .formatted(message)));
        }
        return new Entry.Defect(
                Finding.of(Kind.DAMAGED, "SQLite says that the pages of the file are damaged: %s.".formatted(message)));
    }
}
