package centralcommand.ledger.sqlite;

import static centralcommand.ledger.LedgerTestKit.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centralcommand.ledger.Commit;
import centralcommand.ledger.LedgerException;
import centralcommand.ledger.RecordedEvent;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Streams as they are linked in the file: long enough for several signposts, and mixed with another. */
class SqliteStreamsTest {
    private static final int LENGTH = 3 * SqliteStreams.SIGNPOST_EVERY + 7;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void append() {
        file = folder.resolve("ledger.db");
        try (var ledger = open()) {
            for (var sequence = 0; sequence < LENGTH; sequence++) {
                ledger.append(Commit.of(event("long", sequence), event("other", sequence)));
            }
        }
    }

    private SqliteLedger open() {
        return SqliteLedger.open(file, Clock.systemUTC());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "0, 63",
        "0, 64",
        "0, 65",
        "0, 1000",
        "63, 1",
        "64, 1",
        "65, 1",
        "64, 64",
        "1, 128",
        "130, 62",
        "130, 63",
        "192, 7",
        "198, 1",
        "198, 2147483647",
        "199, 1",
        "9223372036854775807, 2147483647",
        "-5, 3"
    })
    void any_page_of_a_stream_is_read_in_its_order(long from, int limit) {
        var first = Math.max(0, from);
        var expected = LongStream.range(0, LENGTH)
                .filter(sequence -> sequence >= first)
                .limit(limit)
                .boxed()
                .toList();
        try (var ledger = open()) {
            var events = ledger.readStream("long", from, limit);
            assertThat(events).extracting(RecordedEvent::sequence).isEqualTo(expected);
            assertThat(events).extracting(RecordedEvent::stream).allMatch("long"::equals);
        }
    }

    @Test
    void a_file_of_format_2_gets_its_links_when_it_is_opened_and_goes_on() throws SQLException {
        List<RecordedEvent> before;
        try (var ledger = open()) {
            before = ledger.readStream("long", 0, LENGTH);
        }
        var links = rows("SELECT position, previous FROM stream_links ORDER BY position");
        var ends = rows("SELECT stream, sequence, position FROM stream_ends ORDER BY stream");
        change(
                "DROP TABLE stream_links",
                "DROP TABLE stream_ends",
                "DROP INDEX events_signposts",
                "CREATE UNIQUE INDEX events_by_stream ON events (stream, sequence)",
                "PRAGMA user_version = 2");

        try (var ledger = open()) {
            assertThat(rows("SELECT position, previous FROM stream_links ORDER BY position"))
                    .isEqualTo(links);
            assertThat(rows("SELECT stream, sequence, position FROM stream_ends ORDER BY stream"))
                    .isEqualTo(ends);
            assertThat(ledger.readStream("long", 0, LENGTH)).isEqualTo(before);
            ledger.append(Commit.of(event("long", LENGTH)));
            assertThat(ledger.lastSequence("long")).isEqualTo(LENGTH);
        }
    }

    @Test
    void a_link_that_leads_into_another_stream_is_not_followed() throws SQLException {
        change(
                "DROP TRIGGER stream_links_no_UPDATE",
                "UPDATE stream_links SET previous = previous - 1 WHERE position = 21");
        try (var ledger = open()) {
            assertThatThrownBy(() -> ledger.readStream("long", 0, LENGTH))
                    .isInstanceOf(LedgerException.class)
                    .hasMessageContaining("The events of long are not linked as they should be");
            assertThat(ledger.readStream("other", 0, LENGTH)).hasSize(LENGTH);
        }
    }

    @Test
    void an_end_that_names_another_sequence_is_not_believed() throws SQLException {
        change("UPDATE stream_ends SET sequence = sequence + 1 WHERE stream = 'long'");
        try (var ledger = open()) {
            assertThatThrownBy(() -> ledger.readStream("long", LENGTH - 1, 10))
                    .isInstanceOf(LedgerException.class)
                    .hasMessageContaining("infra/verify/verify");
        }
    }

    private List<List<Object>> rows(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.prepareStatement(sql)) {
            return Sql.list(statement, row -> {
                var values = new ArrayList<Object>();
                for (var column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                    values.add(row.getObject(column));
                }
                return values;
            });
        }
    }

    private void change(String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            Sql.execute(connection, List.of(statements));
        }
    }
}
