package centralcommand.ledger.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.ledger.CommandKey;
import centralcommand.ledger.Commit;
import centralcommand.ledger.ConflictException;
import centralcommand.ledger.ConflictException.Reason;
import centralcommand.ledger.DuplicateCommandException;
import centralcommand.ledger.LedgerException;
import centralcommand.ledger.LedgerTestKit;
import centralcommand.ledger.NewEvent;
import centralcommand.ledger.RecordedCommit;
import centralcommand.ledger.RecordedEvent;
import centralcommand.ledger.SteppingClock;
import centralcommand.ledger.append.Outcome;
import centralcommand.ledger.proof.Hash;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One batch as it reaches the file: a commit that cannot be stored fails alone. */
class SqliteWriterTest {
    private static final CommandKey COMMAND = new CommandKey("kim", "c-1", "hash");

    @TempDir
    private Path folder;

    private SqliteFile file;
    private SqliteWriter writer;

    @BeforeEach
    void open() throws SQLException {
        file = SqliteFile.at(folder.resolve("ledger.db"));
        writer = SqliteWriter.open(file, new SteppingClock());
    }

    @AfterEach
    void close() throws SQLException {
        writer.close();
    }

    private static RecordedCommit recorded(Outcome outcome) {
        return ((Outcome.Recorded) outcome).commit();
    }

    private static LedgerException refused(Outcome outcome) {
        return ((Outcome.Refused) outcome).why();
    }

    private static Commit at(String stream, long sequence) {
        return Commit.of(LedgerTestKit.event(stream, sequence));
    }

    @Test
    void commits_of_one_batch_follow_each_other_without_a_gap_around_the_one_that_is_refused() {
        var outcomes = writer.write(List.of(at("a", 0), at("b", 5), at("a", 1)));

        assertThat(recorded(outcomes.get(0)).number()).isEqualTo(1);
        assertThat(((ConflictException) refused(outcomes.get(1))).reason()).isEqualTo(new Reason.NotNext("b", 5, -1));
        assertThat(recorded(outcomes.get(2)).number()).isEqualTo(2);
        assertThat(recorded(outcomes.get(2)).lastPosition()).isEqualTo(2);
    }

    @Test
    void an_event_id_that_is_taken_fails_its_commit_alone() {
        writer.write(List.of(at("a", 0)));
        var taken = new NewEvent("x", 0, "a@0", "t", 1, new byte[0], new byte[0]);

        var outcomes = writer.write(List.of(at("b", 0), Commit.of(taken), at("b", 1)));

        assertThat(recorded(outcomes.get(0)).number()).isEqualTo(2);
        assertThat(((ConflictException) refused(outcomes.get(1))).reason()).isEqualTo(new Reason.EventIdTaken("a@0"));
        assertThat(recorded(outcomes.get(2)).number()).isEqualTo(3);
    }

    @Test
    void a_command_that_was_carried_out_is_answered_with_its_commit_before_anything_else_is_found_wrong() {
        var first =
                recorded(writer.write(List.of(at("a", 0).carryingOut(COMMAND))).getFirst());

        var outcomes = writer.write(List.of(
                at("a", 0).carryingOut(COMMAND), at("b", 0).carryingOut(COMMAND).ifHeadIs(77), at("c", 0)));

        assertThat(((DuplicateCommandException) refused(outcomes.get(0))).recorded())
                .isEqualTo(first);
        assertThat(((DuplicateCommandException) refused(outcomes.get(1))).recorded())
                .isEqualTo(first);
        assertThat(recorded(outcomes.get(2)).number()).isEqualTo(2);
    }

    @Test
    void a_command_twice_in_one_batch_is_carried_out_once() {
        var outcomes =
                writer.write(List.of(at("a", 0).carryingOut(COMMAND), at("b", 0).carryingOut(COMMAND)));

        assertThat(((DuplicateCommandException) refused(outcomes.get(1))).recorded())
                .isEqualTo(recorded(outcomes.get(0)));
    }

    @Test
    void what_another_process_wrote_meanwhile_is_seen_by_the_next_batch() throws SQLException {
        writer.write(List.of(at("a", 0)));
        try (var other = SqliteWriter.open(file, new SteppingClock())) {
            other.write(List.of(at("a", 1), at("a", 2)));
        }

        var outcomes = writer.write(List.of(at("a", 1), at("a", 3)));

        assertThat(((ConflictException) refused(outcomes.get(0))).reason()).isEqualTo(new Reason.NotNext("a", 1, 2));
        assertThat(recorded(outcomes.get(1)).events())
                .extracting(RecordedEvent::position)
                .containsExactly(4L);
        assertThat(recorded(outcomes.get(1)).number()).isEqualTo(4);
    }

    @Test
    void the_tree_goes_on_from_where_another_process_left_it() throws SQLException {
        for (var n = 0; n < 5; n++) {
            writer.write(List.of(at("a", n)));
        }
        try (var other = SqliteWriter.open(file, new SteppingClock())) {
            other.write(List.of(at("a", 5), at("a", 6)));
            var eighth = other.write(List.of(at("a", 7))).getFirst();
            assertThat(recorded(eighth).number()).isEqualTo(8);
        }
        try (var ledger = SqliteLedger.open(file.path(), new SteppingClock())) {
            var nodes = ledger.tree().nodes();
            assertThat(nodes.node(3, 0)).isEqualTo(Hash.ofNode(nodes.node(2, 0), nodes.node(2, 1)));
            assertThat(nodes.node(1, 3)).isEqualTo(Hash.ofNode(nodes.node(0, 6), nodes.node(0, 7)));
        }
    }
}
