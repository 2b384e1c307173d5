package centralcommand.ledger.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.ledger.Commit;
import centralcommand.ledger.LedgerTestKit;
import centralcommand.ledger.SteppingClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The write-ahead log is moved into the file while the ledger is open, and starts anew. */
@Timeout(30)
class SqliteCheckpointsTest {
    private static final int COMMITS = 2_000;

    @TempDir
    private Path folder;

    private Path file;
    private Connection connection;
    private SqliteWriter writer;
    private SqliteCheckpoints checkpoints;

    @BeforeEach
    void open() throws SQLException {
        var opened = SqliteFile.at(folder.resolve("ledger.db"));
        file = opened.path();
        connection = opened.openForWriting();
        writer = new SqliteWriter(connection, file, new SteppingClock());
        checkpoints = new SqliteCheckpoints(opened.openForCheckpoints());
    }

    @AfterEach
    void close() throws SQLException {
        checkpoints.close();
        writer.close();
    }

    private List<Commit> batch(long from) {
        return LongStream.range(from, from + COMMITS)
                .mapToObj(n -> Commit.of(LedgerTestKit.event("a", n)))
                .toList();
    }

    private void append(long from) {
        checkpoints.moveRest(writer);
        writer.write(batch(from));
        checkpoints.appended(COMMITS);
    }

    @Test
    void after_many_commits_the_file_has_them_and_the_log_does_not_grow_any_more() throws Exception {
        var before = Files.size(file);
        append(0);
        awaitLargerThan(before);
        var log = Files.size(Path.of(file + "-wal"));

        for (var round = 1L; round <= 9; round++) {
            var moved = Files.size(file);
            append(round * COMMITS);
            awaitLargerThan(moved);
        }

        assertThat(Files.size(Path.of(file + "-wal"))).isLessThan(5 * log);
    }

    @Test
    void fewer_commits_stay_in_the_log() throws Exception {
        var before = Files.size(file);
        writer.write(batch(0).subList(0, 10));
        checkpoints.appended(10);
        checkpoints.moveRest(writer);

        assertThat(Files.size(file)).isEqualTo(before);
    }

    private void awaitLargerThan(long size) throws Exception {
        while (Files.size(file) <= size) {
            Thread.sleep(5);
        }
    }
}
