package centralcommand.verify.source;

import centralcommand.verify.finding.Finding;
import centralcommand.verify.finding.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows piece by piece, so that no read lasts long while somebody writes. Texts are taken as the bytes that are stored; a value of
 * the wrong type is reported and read as nothing, so that the rest of its row is still looked at.
 */
final class SqliteRows implements AutoCloseable {
    private static final int MOST_ROWS = 4_000;
    private static final long MOST_BYTES = 8L << 20;

    private static final Columns COMMITS = new Columns(
            "commits",
            "number",
            List.of("recorded_at", "epoch", "first_position", "event_count"),
            List.of("hash"),
            List.of("subtrees", "actor", "command_id", "body_hash"),
            """
            (typeof(subtrees) IN ('blob', 'null'))
            AND (typeof(event_count) <> 'integer' OR event_count >= 0)
            AND ((typeof(actor) = 'text' AND typeof(command_id) = 'text' AND typeof(body_hash) = 'text')
              OR (actor IS NULL AND command_id IS NULL AND body_hash IS NULL))
            """);
    private static final Columns EVENTS = new Columns(
            "events",
            "position",
            List.of("commit_number", "sequence", "revision"),
            List.of("payload", "metadata"),
            List.of("stream", "event_id", "type"),
            "typeof(stream) = 'text' AND typeof(event_id) = 'text' AND typeof(type) = 'text'");
    private static final Columns NOTES = new Columns(
            "notes",
            "id",
            List.of("size"),
            List.of(),
            List.of("kind", "note"),
            "typeof(kind) = 'text' AND typeof(note) = 'text'");

    private final PreparedStatement commits;
    private final PreparedStatement events;
    private final PreparedStatement notes;

    SqliteRows(Connection connection) throws SQLException {
        commits = connection.prepareStatement(COMMITS.select());
        events = connection.prepareStatement(EVENTS.select());
        notes = connection.prepareStatement(NOTES.select());
    }

    /** A row and what is wrong with it. */
    record Row<T>(T value, @Nullable Finding defect) {}

    /** An event and the commit that its row names. */
    record EventRow(long commit, Entry.Event event) {}

    /** The next commits from this number on; their events are not read. */
    List<Row<Entry.Commit>> commits(long from, long to) throws SQLException {
        return read(
                commits,
                from,
                to,
                COMMITS,
                (row, number) -> new Entry.Commit(
                        number,
                        row.number("first_position"),
                        Math.max(0, row.number("event_count")),
                        row.number("epoch"),
                        row.number("recorded_at"),
                        command(row),
                        List.of(),
                        row.bytesOrNull("hash"),
                        null,
                        row.bytesOrNull("subtrees"),
                        1));
    }

    List<Row<EventRow>> events(long from, long to) throws SQLException {
        return read(
                events,
                from,
                to,
                EVENTS,
                (row, position) -> new EventRow(
                        row.number("commit_number"),
                        new Entry.Event(
                                position,
                                row.bytes("event_id"),
                                row.bytes("stream"),
                                row.number("sequence"),
                                row.bytes("type"),
                                row.number("revision"),
                                row.bytes("payload"),
                                row.bytes("metadata"))));
    }

    List<Row<Entry.Note>> notes(long from, long to) throws SQLException {
        return read(
                notes,
                from,
                to,
                NOTES,
                (row, id) -> new Entry.Note(
                        id, Utf8.text(row.bytes("kind")), row.number("size"), Utf8.text(row.bytes("note"))));
    }

    private static Entry.@Nullable Command command(Values row) throws SQLException {
        var actor = row.bytesOrNull("actor");
        return actor == null ? null : new Entry.Command(actor, row.bytes("command_id"), row.bytes("body_hash"));
    }

    private interface Reading<T> {
        T of(Values row, long key) throws SQLException;
    }

    private static <T> List<Row<T>> read(
            PreparedStatement statement, long from, long to, Columns columns, Reading<T> reading) throws SQLException {
        statement.setLong(1, from);
        statement.setLong(2, to);
        statement.setInt(3, MOST_ROWS);
        var rows = new ArrayList<Row<T>>();
        try (var result = statement.executeQuery()) {
            var bytes = 0L;
            while (bytes < MOST_BYTES && result.next()) {
                var key = result.getLong(1);
                var tooLarge = result.getLong(2) > Limits.COMMIT;
                var sound = result.getInt(3) == 1;
                bytes += result.getLong(2);
                var values = new Values(columns, result, tooLarge);
                rows.add(new Row<>(
                        reading.of(values, key), sound && !tooLarge ? null : defect(columns, result, key, tooLarge)));
            }
        }
        return rows;
    }

    private static Finding defect(Columns columns, ResultSet row, long key, boolean tooLarge) throws SQLException {
        var place = columns.table().equals("notes")
                ? "note " + key
                : columns.table().equals("events") ? "position " + key : "commit " + key;
        var fewerThanNone = columns == COMMITS && row.getLong(COMMITS.index("event_count")) < 0;
        var what = tooLarge
                ? "is larger than a commit can be"
                : fewerThanNone
                        ? "says that it has %d events".formatted(row.getLong(COMMITS.index("event_count")))
                        : "has values of the wrong type (%s)".formatted(String.join(", ", columns.types(row)));
        var sentence = "The row of %s %s.".formatted(place, what);
        return switch (columns.table()) {
            case "events" -> new Finding(Kind.MALFORMED, Math.max(0, row.getLong("commit_number")), key, sentence);
            case "commits" -> Finding.at(Kind.MALFORMED, key, sentence);
            default -> Finding.of(Kind.MALFORMED, sentence);
        };
    }

    /** The values of the row that a result stands on. */
    private record Values(Columns columns, ResultSet result, boolean tooLarge) {
        long number(String column) throws SQLException {
            return result.getLong(columns.index(column));
        }

        byte @Nullable [] bytesOrNull(String column) throws SQLException {
            return tooLarge ? null : result.getBytes(columns.index(column));
        }

        byte[] bytes(String column) throws SQLException {
            var bytes = bytesOrNull(column);
            return bytes == null ? new byte[0] : bytes;
        }
    }

    /** What is read of a table, and which types it must have. */
    private record Columns(
            String table, String key, List<String> numbers, List<String> blobs, List<String> others, String rule) {
        private static final int FIRST = 4;

        List<String> all() {
            var all = new ArrayList<>(numbers);
            all.addAll(blobs);
            all.addAll(others);
            return all;
        }

        String select() {
            var sizes = new ArrayList<String>();
            var types = new ArrayList<String>();
            numbers.forEach(column -> types.add("typeof(%s) = 'integer'".formatted(column)));
            blobs.forEach(column -> types.add("typeof(%s) = 'blob'".formatted(column)));
            types.add(rule);
            blobs.forEach(column -> sizes.add("coalesce(octet_length(%s), 0)".formatted(column)));
            others.forEach(column -> sizes.add("coalesce(octet_length(%s), 0)".formatted(column)));
            return "SELECT %s, %s, %s, %s FROM main.%s WHERE %s >= ? AND %s <= ? ORDER BY %s LIMIT ?"
                    .formatted(
                            key,
                            String.join(" + ", sizes),
                            String.join(" AND ", types),
                            String.join(", ", all()),
                            table,
                            key,
                            key,
                            key);
        }

        int index(String column) {
            var number = numbers.indexOf(column);
            if (number >= 0) {
                return FIRST + number;
            }
            var blob = blobs.indexOf(column);
            return FIRST + numbers.size() + (blob >= 0 ? blob : blobs.size() + others.indexOf(column));
        }

        List<String> types(ResultSet row) throws SQLException {
            var types = new ArrayList<String>();
            for (var column : all()) {
                var value = row.getObject(index(column));
                types.add(column + " is "
                        + switch (value) {
                            case null -> "NULL";
                            case Integer _, Long _ -> "a number";
                            case Double _ -> "a fraction";
                            case byte[] _ -> "bytes";
                            default -> "a text";
                        });
            }
            return types;
        }
    }

    @Override
    public void close() throws SQLException {
        commits.close();
        events.close();
        notes.close();
    }
}
