package centralcommand.verify.source;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.verify.finding.Finding;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteLinksTest {
    private static final int EVENTS = 12;

    private Connection connection;

    /** Event 1 and 7 are of one stream, 2 and 8 of the next one, and so on. */
    @BeforeEach
    void six_streams_of_two_events() throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        execute(
                "CREATE TABLE events (position INTEGER PRIMARY KEY, commit_number INTEGER, stream TEXT, sequence INTEGER)");
        execute("CREATE TABLE stream_links (position INTEGER PRIMARY KEY, previous INTEGER)");
        execute("CREATE TABLE stream_ends (stream TEXT PRIMARY KEY, sequence INTEGER, position INTEGER) WITHOUT ROWID");
        for (var position = 1; position <= EVENTS; position++) {
            execute("INSERT INTO events VALUES (%1$d, %1$d, 'program/' || ((%1$d - 1) %% 6), (%1$d - 1) / 6)"
                    .formatted(position));
            execute("INSERT INTO stream_links VALUES (%1$d, max(0, %1$d - 6))".formatted(position));
        }
        execute("INSERT INTO stream_ends SELECT stream, max(sequence), max(position) FROM events GROUP BY stream");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The positions at which something was found, with what was found of the links and ends piece by piece. */
    private List<List<Long>> found(int rowsAtOnce) throws SQLException {
        var pieces = new ArrayList<List<Long>>();
        try (var links = new SqliteLinks(connection, rowsAtOnce)) {
            for (var from = 1L; from <= EVENTS; ) {
                var to = links.endOfSlice(from);
                pieces.add(positions(links.between(from, to)));
                from = to + 1;
            }
            while (!links.isOver()) {
                pieces.add(positions(links.next()));
                assertThat(pieces).hasSizeLessThan(100);
            }
        }
        return pieces;
    }

    private static List<Long> positions(List<Finding> findings) {
        return findings.stream().map(Finding::position).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 6, 7, 12, 13, 20_000})
    void in_pieces_of_any_size_nothing_is_found_where_nothing_is_wrong(int rowsAtOnce) throws Exception {
        assertThat(found(rowsAtOnce)).allMatch(List::isEmpty);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 6, 7, 12, 13, 20_000})
    void in_pieces_of_any_size_each_wrong_link_and_end_is_found_once(int rowsAtOnce) throws Exception {
        execute(
                "UPDATE stream_ends SET position = position - 6, sequence = 0 WHERE stream IN ('program/2', 'program/3')");
        execute("UPDATE stream_ends SET position = 100 WHERE stream IN ('program/0', 'program/5')");
        execute(
                "INSERT INTO stream_ends VALUES (CAST(x'FFFE' AS TEXT), 0, 101), (CAST(x'FFFF' AS TEXT), 0, 102), ('', 0, 103), (x'00', 0, 104)");
        execute(
                "INSERT INTO stream_links VALUES (-9223372036854775808, 0), (9223372036854775807, 0), (13, 0), (14, 0)");
        assertThat(found(rowsAtOnce).stream().flatMap(List::stream))
                .containsExactlyInAnyOrder(
                        9L, 10L, 100L, 100L, 101L, 102L, 103L, 104L, Long.MIN_VALUE, Long.MAX_VALUE, 13L, 14L);
    }

    @Test
    void no_piece_has_more_rows_than_asked_for() throws Exception {
        execute("UPDATE stream_ends SET position = 100");
        execute("DELETE FROM events WHERE position < 7");
        assertThat(found(2)).allMatch(piece -> piece.size() <= 2).anyMatch(piece -> piece.size() == 2);
    }

    @Test
    void everything_is_looked_up_by_key_and_nothing_collected_in_memory() throws Exception {
        for (var query : SqliteLinks.QUERIES) {
            try (PreparedStatement plan = connection.prepareStatement("EXPLAIN QUERY PLAN " + query);
                    ResultSet rows = plan.executeQuery()) {
                while (rows.next()) {
                    assertThat(rows.getString("detail"))
                            .as(query)
                            .doesNotContain("TEMP B-TREE", "AUTOMATIC", "LIST SUBQUERY", "MATERIALIZE")
                            .doesNotStartWith("SCAN e")
                            .doesNotStartWith("SCAN l")
                            .doesNotStartWith("SCAN s");
                }
            }
        }
    }
}
