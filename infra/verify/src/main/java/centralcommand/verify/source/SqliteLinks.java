package centralcommand.verify.source;

import centralcommand.verify.finding.Finding;
import centralcommand.verify.finding.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * By what the events of a stream are found: a link from each to the one before it, and where each stream ends. None of it is hashed, for it
 * follows from the events; but who follows a wrong link does not see all of a stream.
 */
final class SqliteLinks implements AutoCloseable {
    private static final int POSITIONS_AT_ONCE = 20_000;
    private static final int MOST_FINDINGS = 100;

    private static final String SLICE =
            "SELECT max(position) FROM (SELECT position FROM main.events WHERE position >= ? ORDER BY position LIMIT %d)"
                    .formatted(POSITIONS_AT_ONCE);

    private static final String WRONG_LINKS = """
            SELECT e.commit_number, e.position, e.sequence
            FROM main.events e
            LEFT JOIN main.stream_links l ON l.position = e.position
            LEFT JOIN main.events p ON p.position = l.previous
            WHERE e.position BETWEEN ? AND ?
              AND CASE WHEN e.sequence = 0 THEN l.previous IS NOT 0
                  ELSE p.stream IS NOT e.stream OR p.sequence IS NOT e.sequence - 1 OR p.position >= e.position END
            ORDER BY e.position LIMIT %d""".formatted(MOST_FINDINGS);

    private static final String STREAMS_WITHOUT_END = """
            SELECT e.commit_number, e.position, e.stream
            FROM main.events e LEFT JOIN main.stream_ends s ON s.stream = e.stream
            WHERE e.position BETWEEN ? AND ? AND e.sequence = 0 AND s.stream IS NULL
            ORDER BY e.position LIMIT %d""".formatted(MOST_FINDINGS);

    private static final String LINKS_OF_NOTHING = """
            SELECT 0, l.position FROM main.stream_links l
            WHERE NOT EXISTS (SELECT 1 FROM main.events e WHERE e.position = l.position) LIMIT %d""".formatted(MOST_FINDINGS);

    private static final String ENDS_OF_OTHERS = """
            SELECT 0, s.position, s.stream FROM main.stream_ends s LEFT JOIN main.events e ON e.position = s.position
            WHERE e.stream IS NOT s.stream OR e.sequence IS NOT s.sequence LIMIT %d""".formatted(MOST_FINDINGS);

    private static final String ENDS_BEFORE_THE_LAST = """
            SELECT e.commit_number, l.position, e.stream
            FROM main.stream_links l JOIN main.events e ON e.position = l.position
            WHERE l.previous IN (SELECT position FROM main.stream_ends) LIMIT %d""".formatted(MOST_FINDINGS);

    private final Connection connection;
    private final PreparedStatement slice;
    private final PreparedStatement wrongLinks;
    private final PreparedStatement streamsWithoutEnd;

    SqliteLinks(Connection connection) throws SQLException {
        this.connection = connection;
        slice = connection.prepareStatement(SLICE);
        wrongLinks = connection.prepareStatement(WRONG_LINKS);
        streamsWithoutEnd = connection.prepareStatement(STREAMS_WITHOUT_END);
    }

    /** The last of the next positions from this one on that are looked at in one read, short enough not to hold up who writes. */
    long endOfSlice(long from) throws SQLException {
        slice.setLong(1, from);
        try (var rows = slice.executeQuery()) {
            return rows.getLong(1);
        }
    }

    /** What is wrong with the events of one slice. */
    List<Finding> between(long from, long to) throws SQLException {
        var findings = new ArrayList<Finding>();
        add(
                findings,
                slice(wrongLinks, from, to),
                row -> "This event is not linked to the one before it in its stream.");
        add(
                findings,
                slice(streamsWithoutEnd, from, to),
                row -> "The stream %s, which begins here, is not among those that have an end."
                        .formatted(row.getString(3)));
        return findings;
    }

    private static PreparedStatement slice(PreparedStatement statement, long from, long to) throws SQLException {
        statement.setLong(1, from);
        statement.setLong(2, to);
        return statement;
    }

    /** What is wrong with the links and the ends as a whole. */
    List<Finding> whole() throws SQLException {
        var findings = new ArrayList<Finding>();
        ask(findings, LINKS_OF_NOTHING, row -> "There is a link, but no event at this position.");
        ask(
                findings,
                ENDS_OF_OTHERS,
                row -> "The end of stream %s is said to be here, where another event or none stands."
                        .formatted(row.getString(3)));
        ask(
                findings,
                ENDS_BEFORE_THE_LAST,
                row -> "The stream %s is said to end before this event, so nobody who reads the stream finds it."
                        .formatted(row.getString(3)));
        return findings;
    }

    private void ask(List<Finding> findings, String sql, Sentence sentence) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            add(findings, statement, sentence);
        }
    }

    private static void add(List<Finding> findings, PreparedStatement statement, Sentence sentence)
            throws SQLException {
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                findings.add(new Finding(Kind.WRONG_LINK, rows.getLong(1), rows.getLong(2), sentence.of(rows)));
            }
        }
    }

    private interface Sentence {
        String of(ResultSet row) throws SQLException;
    }

    @Override
    public void close() throws SQLException {
        slice.close();
        wrongLinks.close();
        streamsWithoutEnd.close();
    }
}
