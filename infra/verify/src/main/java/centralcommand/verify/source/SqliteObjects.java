package centralcommand.verify.source;

import centralcommand.verify.finding.Finding;
import centralcommand.verify.finding.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a ledger file is made of: tables, indexes and triggers, each by the statement that makes it. What is missing no longer keeps the
 * servers from mistakes; what was added may show them something else than what is recorded, or do something on its own.
 */
final class SqliteObjects {
    private static final int MOST_FINDINGS = 100;
    private static final int LONGEST_STATEMENT = 10_000;
    private static final String MADE_BY_SQLITE = "sqlite_autoindex_";
    private static final Set<String> STATISTICS = Set.of("sqlite_stat1", "sqlite_stat4", "sqlite_sequence");

    /** Reading is slower without it, and the first files of format 2 had none. */
    private static final String DISPENSABLE = "notes_of_keys";

    private static final List<String> OF_EVERY_FORMAT = List.of(
            """
            CREATE TABLE commits (
              number INTEGER PRIMARY KEY,
              recorded_at INTEGER NOT NULL,
              epoch INTEGER NOT NULL CHECK (epoch > 0),
              first_position INTEGER NOT NULL,
              event_count INTEGER NOT NULL CHECK (event_count >= 0),
              actor TEXT,
              command_id TEXT,
              body_hash TEXT,
              hash BLOB NOT NULL CHECK (length(hash) = 32),
              subtrees BLOB NOT NULL CHECK (length(subtrees) % 32 = 0),
              CHECK ((actor IS NULL) = (command_id IS NULL) AND (actor IS NULL) = (body_hash IS NULL))
            ) STRICT""",
            """
            CREATE TABLE events (
              position INTEGER PRIMARY KEY,
              commit_number INTEGER NOT NULL,
              stream TEXT NOT NULL,
              sequence INTEGER NOT NULL CHECK (sequence >= 0),
              event_id TEXT NOT NULL,
              type TEXT NOT NULL,
              revision INTEGER NOT NULL CHECK (revision > 0),
              payload BLOB NOT NULL,
              metadata BLOB NOT NULL
            ) STRICT""",
            """
            CREATE TABLE notes (
              id INTEGER PRIMARY KEY,
              kind TEXT NOT NULL CHECK (kind IN ('checkpoint', 'key')),
              size INTEGER NOT NULL CHECK (size >= 0),
              note TEXT NOT NULL
            ) STRICT""",
            "CREATE UNIQUE INDEX commits_by_command ON commits (actor, command_id) WHERE actor IS NOT NULL",
            "CREATE UNIQUE INDEX events_by_id ON events (event_id)",
            "CREATE INDEX notes_of_keys ON notes (id) WHERE kind = 'key'",
            appendOnly("commits", "UPDATE"),
            appendOnly("commits", "DELETE"),
            appendOnly("events", "UPDATE"),
            appendOnly("events", "DELETE"),
            appendOnly("notes", "UPDATE"),
            appendOnly("notes", "DELETE"));

    private static final List<String> OF_FORMAT_2 =
            List.of("CREATE UNIQUE INDEX events_by_stream ON events (stream, sequence)");

    private static final List<String> OF_FORMAT_3 = List.of(
            """
            CREATE TABLE stream_links (
              position INTEGER PRIMARY KEY,
              previous INTEGER NOT NULL CHECK (previous >= 0 AND previous < position)
            ) STRICT""",
            """
            CREATE TABLE stream_ends (
              stream TEXT PRIMARY KEY,
              sequence INTEGER NOT NULL CHECK (sequence >= 0),
              position INTEGER NOT NULL CHECK (position > 0)
            ) STRICT, WITHOUT ROWID""",
            "CREATE UNIQUE INDEX events_signposts ON events (stream, sequence) WHERE sequence % 64 = 0",
            appendOnly("stream_links", "UPDATE"),
            appendOnly("stream_links", "DELETE"));

    private final Map<String, Made> expected = new LinkedHashMap<>();
    private final long format;
    private final List<Finding> findings = new ArrayList<>();
    private boolean foreign;

    private record Made(String type, String sql) {}

    private SqliteObjects(long format) {
        this.format = format;
        expect(OF_EVERY_FORMAT);
        expect(format == 2 ? OF_FORMAT_2 : OF_FORMAT_3);
    }

    private static String appendOnly(String table, String change) {
        return "CREATE TRIGGER %1$s_no_%2$s BEFORE %2$s ON %1$s BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"
                .formatted(table, change);
    }

    private void expect(List<String> statements) {
        for (var statement : statements) {
            var words = statement.replace("UNIQUE ", "").split(" ", 4);
            expected.put(words[2], new Made(words[1].toLowerCase(Locale.ROOT), normal(statement)));
        }
    }

    /** Tables were laid out in several ways; they are the same up to white space. */
    private static String normal(String sql) {
        return sql.strip().replaceAll("\\s+", " ").replace("( ", "(").replace(" )", ")");
    }

    /** Compares a file of this format with what the format says. */
    static SqliteObjects of(Connection connection, long format) throws SQLException {
        var objects = new SqliteObjects(format);
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT type, name, tbl_name, substr(sql, 1, %d) FROM main.sqlite_schema ORDER BY rowid"
                                .formatted(LONGEST_STATEMENT))) {
            var found = new HashSet<String>();
            while (rows.next()) {
                var name = String.valueOf(rows.getString(2));
                found.add(name);
                objects.compare(String.valueOf(rows.getString(1)), name, rows.getString(4));
            }
            objects.compareMissing(found);
        }
        return objects;
    }

    private void compare(String type, String name, @Nullable String sql) {
        var made = expected.get(name);
        var bySqlite = type.equals("table") && STATISTICS.contains(name)
                || type.equals("index") && sql == null && name.startsWith(MADE_BY_SQLITE);
        if (made == null && !bySqlite) {
            foreign = true;
            add("The %s %s stands there, which no ledger of format %d has: somebody added it."
                    .formatted(type, name, format));
        } else if (made != null
                && !(made.type().equals(type) && sql != null && made.sql().equals(normal(sql)))) {
            foreign = true;
            add("The %s %s is not made as in every ledger of format %d: somebody changed it."
                    .formatted(type, name, format));
        }
    }

    private void compareMissing(Set<String> found) {
        expected.forEach((name, made) -> {
            if (!found.contains(name) && !name.equals(DISPENSABLE)) {
                add("The %s %s, which every ledger of format %d has, is missing: somebody removed it."
                        .formatted(made.type(), name, format));
            }
        });
    }

    private void add(String sentence) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(Finding.of(Kind.OTHER_OBJECT, sentence));
        }
    }

    List<Finding> findings() {
        return findings;
    }

    /** Whether something stands there that may make SQLite compute what somebody else has thought of. */
    boolean hasForeign() {
        return foreign;
    }
}
