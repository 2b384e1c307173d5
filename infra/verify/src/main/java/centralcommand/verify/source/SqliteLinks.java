package centralcommand.verify.source;

import centralcommand.verify.finding.Finding;
import centralcommand.verify.finding.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * By what the events of a stream are found: a link from each to the one before it, and where each stream ends. None of it is hashed, for it
 * follows from the events; but who follows a wrong link does not see all of a stream.
 *
 * <p>All is read in pieces, each in a read of its own that is short enough not to hold up who writes, and looked up by key, so that no table
 * is made in memory. CROSS JOIN keeps to the order of the tables whatever statistics somebody left in the file.
 */
final class SqliteLinks implements AutoCloseable {
    private static final int ROWS_AT_ONCE = 20_000;
    private static final long MOST_BYTES = 8L << 20;
    private static final int MOST_FINDINGS = 100;
    private static final int SHOWN_OF_A_NAME = 200;
    private static final byte[] FIRST_NAME = {};

    private static final String SLICE =
            "SELECT max(position) FROM (SELECT position FROM main.events WHERE position >= ? ORDER BY position LIMIT ?)";

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
            SELECT e.commit_number, e.position, substr(e.stream, 1, %d)
            FROM main.events e LEFT JOIN main.stream_ends s ON s.stream = e.stream
            WHERE e.position BETWEEN ? AND ? AND e.sequence = 0 AND s.stream IS NULL
            ORDER BY e.position LIMIT %d""".formatted(SHOWN_OF_A_NAME, MOST_FINDINGS);

    /** An end at an event of another stream is found among the ends, and a link to one among the links. */
    private static final String ENDS_BEFORE_THE_LAST = """
            SELECT e.commit_number, e.position, substr(e.stream, 1, %d)
            FROM main.events e
            CROSS JOIN main.stream_links l ON l.position = e.position
            CROSS JOIN main.stream_ends s ON s.stream = e.stream
            WHERE e.position BETWEEN ? AND ? AND s.position = l.previous
            ORDER BY e.position LIMIT %d""".formatted(SHOWN_OF_A_NAME, MOST_FINDINGS);

    private static final String LINKS = """
            SELECT l.position, e.position IS NULL
            FROM main.stream_links l LEFT JOIN main.events e ON e.position = l.position
            WHERE l.position >= ? ORDER BY l.position LIMIT ?""";

    /** Names are taken and given as bytes, for what is no UTF-8 would come back as another name. */
    private static final String ENDS = """
            SELECT s.position,
              octet_length(s.stream),
              iif(octet_length(s.stream) <= %d, CAST(s.stream AS BLOB), NULL),
              e.stream IS NOT s.stream OR e.sequence IS NOT s.sequence
            FROM main.stream_ends s LEFT JOIN main.events e ON e.position = s.position
            WHERE s.stream >= CAST(? AS TEXT) AND s.stream < x'' ORDER BY s.stream LIMIT ?""".formatted(Limits.COMMIT);

    /** SQLite sorts numbers before all texts and bytes behind them. */
    private static final String ENDS_WITHOUT_NAME =
            "SELECT 0, position FROM main.stream_ends WHERE stream < '' OR stream >= x'' LIMIT " + MOST_FINDINGS;

    static final List<String> QUERIES =
            List.of(SLICE, WRONG_LINKS, STREAMS_WITHOUT_END, ENDS_BEFORE_THE_LAST, LINKS, ENDS, ENDS_WITHOUT_NAME);

    private final int rowsAtOnce;
    private final PreparedStatement slice;
    private final PreparedStatement wrongLinks;
    private final PreparedStatement streamsWithoutEnd;
    private final PreparedStatement endsBeforeTheLast;
    private final PreparedStatement links;
    private final PreparedStatement ends;
    private final PreparedStatement endsWithoutName;

    private Part part = Part.LINKS;
    private long nextLink = Long.MIN_VALUE;
    private byte[] nextEnd = FIRST_NAME;

    private enum Part {
        LINKS,
        ENDS,
        ENDS_WITHOUT_NAME,
        OVER
    }

    SqliteLinks(Connection connection) throws SQLException {
        this(connection, ROWS_AT_ONCE);
    }

    SqliteLinks(Connection connection, int rowsAtOnce) throws SQLException {
        this.rowsAtOnce = rowsAtOnce;
        slice = connection.prepareStatement(SLICE);
        wrongLinks = connection.prepareStatement(WRONG_LINKS);
        streamsWithoutEnd = connection.prepareStatement(STREAMS_WITHOUT_END);
        endsBeforeTheLast = connection.prepareStatement(ENDS_BEFORE_THE_LAST);
        links = connection.prepareStatement(LINKS);
        ends = connection.prepareStatement(ENDS);
        endsWithoutName = connection.prepareStatement(ENDS_WITHOUT_NAME);
    }

    /** The last of the next positions from this one on that are looked at together. */
    long endOfSlice(long from) throws SQLException {
        slice.setLong(1, from);
        slice.setInt(2, rowsAtOnce);
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
        add(
                findings,
                slice(endsBeforeTheLast, from, to),
                row -> "The stream %s is said to end before this event, so nobody who reads the stream finds it."
                        .formatted(row.getString(3)));
        return findings;
    }

    private static PreparedStatement slice(PreparedStatement statement, long from, long to) throws SQLException {
        statement.setLong(1, from);
        statement.setLong(2, to);
        return statement;
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

    /** Whether {@link #next} has looked at all links and ends. */
    boolean isOver() {
        return part == Part.OVER;
    }

    /** What is wrong with the next piece of the links, then of the ends, whatever events there are. */
    List<Finding> next() throws SQLException {
        var findings = new ArrayList<Finding>();
        switch (part) {
            case LINKS -> readLinks(findings);
            case ENDS -> readEnds(findings);
            case ENDS_WITHOUT_NAME -> {
                add(findings, endsWithoutName, row -> "An end is kept here of something that is no name of a stream.");
                part = Part.OVER;
            }
            case OVER -> {}
        }
        return findings;
    }

    private void readLinks(List<Finding> findings) throws SQLException {
        links.setLong(1, nextLink);
        links.setInt(2, rowsAtOnce);
        var read = 0;
        var last = nextLink;
        try (var rows = links.executeQuery()) {
            for (; rows.next(); read++) {
                last = rows.getLong(1);
                if (rows.getBoolean(2)) {
                    findings.add(wrong(last, "There is a link, but no event at this position."));
                }
            }
        }
        if (last < nextLink) {
            findings.add(outOfOrder("stream_links", last));
        }
        var over = read < rowsAtOnce || last < nextLink || last == Long.MAX_VALUE;
        part = over ? Part.ENDS : Part.LINKS;
        nextLink = over ? nextLink : last + 1;
    }

    private void readEnds(List<Finding> findings) throws SQLException {
        ends.setBytes(1, nextEnd);
        ends.setInt(2, rowsAtOnce);
        var read = 0;
        var bytes = 0L;
        var last = nextEnd;
        var position = 0L;
        try (var rows = ends.executeQuery()) {
            for (; bytes < MOST_BYTES && rows.next(); read++) {
                position = rows.getLong(1);
                bytes += rows.getLong(2);
                var name = rows.getBytes(3);
                if (name == null) {
                    findings.add(
                            wrong(
                                    position,
                                    "The end of a stream is kept here whose name is larger than a commit can be. Ends of streams that are sorted after it were not compared."));
                    part = Part.ENDS_WITHOUT_NAME;
                    return;
                }
                last = name;
                if (rows.getBoolean(4)) {
                    findings.add(wrong(
                            position,
                            "The end of stream %s is said to be here, where another event or none stands."
                                    .formatted(shown(name))));
                }
            }
        }
        var backwards = Arrays.compareUnsigned(last, nextEnd) < 0;
        if (backwards) {
            findings.add(outOfOrder("stream_ends", position));
        }
        var over = read < rowsAtOnce && bytes < MOST_BYTES || backwards;
        part = over ? Part.ENDS_WITHOUT_NAME : Part.ENDS;
        // Nothing sorts between a name and the same one with a zero byte behind it.
        nextEnd = Arrays.copyOf(last, last.length + 1);
    }

    private static String shown(byte[] name) {
        return Utf8.text(name.length <= SHOWN_OF_A_NAME ? name : Arrays.copyOf(name, SHOWN_OF_A_NAME));
    }

    private static Finding wrong(long position, String sentence) {
        return new Finding(Kind.WRONG_LINK, 0, position, sentence);
    }

    /** Going on from there could lead in a circle. */
    private static Finding outOfOrder(String table, long position) {
        return new Finding(
                Kind.DAMAGED,
                0,
                position,
                "The rows of %s are out of order, so those after this one were not compared.".formatted(table));
    }

    @Override
    public void close() throws SQLException {
        for (var statement :
                List.of(slice, wrongLinks, streamsWithoutEnd, endsBeforeTheLast, links, ends, endsWithoutName)) {
            statement.close();
        }
    }
}
