package centralcommand.verify;

import static centralcommand.verify.Verdict.at;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.verify.finding.Kind;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteTamperingTest {
    private static final TestLedger LEDGER = TestLedger.standard();

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws SQLException {
        file = TestSqlite.write(folder.resolve("ledger.db"), LEDGER);
    }

    private static long first(int commit) {
        return LEDGER.commits.get(commit - 1).first();
    }

    private Verdict after(String... statements) throws Exception {
        TestSqlite.tamper(file, statements);
        return Verdict.of(file);
    }

    @Test
    void an_untouched_ledger_holds_and_the_report_says_what_that_means() throws Exception {
        var verdict = Verdict.of(folder).holds();
        assertThat(verdict.out())
                .contains("40 commits with %d events".formatted(LEDGER.events()))
                .contains("All 5 checkpoints kept in the ledger are signed")
                .contains("taken on trust")
                .contains("The key was replaced 1 times")
                .contains("the last 3 commits, after the last checkpoint (37)")
                .contains("That what was recorded is true");
        assertThat(verdict.err()).contains("Read and checked 40 commits");
    }

    @Test
    void verifying_leaves_the_file_as_it_was() throws Exception {
        var before = Files.readAllBytes(file);
        Verdict.of(file).holds();
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "payload = CAST('{}' AS BLOB)",
                "metadata = CAST('{\"actor\":\"eve\"}' AS BLOB)",
                "type = 'milestone-forecast-chanted'",
                "event_id = 'another'",
                "revision = 2"
            })
    void a_changed_field_of_an_event_is_found_at_its_commit(String change) throws Exception {
        after("UPDATE events SET %s WHERE position = %d".formatted(change, first(9)))
                .finds(at(Kind.CHANGED, 9, first(9)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "actor = 'eve'",
                "command_id = 'another'",
                "body_hash = 'another'",
                "recorded_at = recorded_at + 1"
            })
    void a_changed_field_of_a_commit_is_found_there(String change) throws Exception {
        after("UPDATE commits SET %s WHERE number = 9".formatted(change)).finds(at(Kind.CHANGED, 9, first(9)));
    }

    @Test
    void an_event_moved_to_another_stream_is_found_and_so_are_the_gaps_it_leaves() throws Exception {
        after("UPDATE events SET stream = 'program/mp-9', sequence = 0 WHERE position = " + first(39))
                .findsAmongOthers(at(Kind.CHANGED, 39, first(39)));
    }

    @Test
    void two_changed_commits_are_two_findings_and_not_a_flood() throws Exception {
        after("UPDATE events SET payload = x'00' WHERE position IN (%d, %d)".formatted(first(9), first(21)))
                .finds(at(Kind.CHANGED, 9, first(9)), at(Kind.CHANGED, 21, first(21)));
    }

    @Test
    void two_neighbours_that_were_changed_are_both_found() throws Exception {
        after("UPDATE events SET payload = x'00' WHERE position IN (%d, %d)".formatted(first(9), first(10)))
                .finds(at(Kind.CHANGED, 9, first(9)), at(Kind.CHANGED, 10));
        assertThat(Verdict.of(file).out()).doesNotContain("made to fit");
    }

    @Test
    void subtrees_that_fit_to_both_of_two_neighbours_clear_the_first_of_them_though_the_next_one_was_changed_too()
            throws Exception {
        var verdict = after(
                "UPDATE events SET payload = x'00' WHERE position IN (%d, %d)".formatted(first(38), first(39)),
                "UPDATE commits SET subtrees = zeroblob(96) WHERE number = 40");
        verdict.finds(at(Kind.CHANGED, 38), at(Kind.CHANGED, 39, first(39)), at(Kind.WRONG_SUBTREES, 40));
        assertThat(verdict.out()).doesNotContain("made to fit");
    }

    @Test
    void a_change_of_the_last_commit_is_found() throws Exception {
        after("UPDATE events SET payload = x'00' WHERE position = " + first(40)).finds(at(Kind.CHANGED, 40));
    }

    @Test
    void a_missing_commit_is_named() throws Exception {
        var verdict = after("DELETE FROM commits WHERE number = 9", "DELETE FROM events WHERE commit_number = 9");
        verdict.findsAmongOthers(at(Kind.MISSING, 9));
        assertThat(verdict.findings().stream().map(f -> f.kind())).containsOnly(Kind.MISSING, Kind.SEQUENCE_GAP);
        assertThat(verdict.out()).contains("5 checkpoints could not be compared");
    }

    @Test
    void a_missing_first_commit_is_named() throws Exception {
        after("DELETE FROM commits WHERE number = 1", "DELETE FROM events WHERE commit_number = 1")
                .findsAmongOthers(at(Kind.MISSING, 1));
    }

    @Test
    void a_ledger_that_was_cut_is_shorter_than_its_own_checkpoint() throws Exception {
        after("DELETE FROM commits WHERE number > 33", "DELETE FROM events WHERE commit_number > 33")
                .finds(at(Kind.SET_BACK, 37));
    }

    @Test
    void a_missing_event_is_named_with_its_position() throws Exception {
        after("DELETE FROM events WHERE position = " + (first(40) + 1))
                .findsAmongOthers(at(Kind.MISSING, 40, first(40) + 1));
    }

    @Test
    void an_inserted_event_is_named_with_its_position() throws Exception {
        var position = LEDGER.events() + 1;
        after("INSERT INTO events VALUES (%d, 9, 'program/mp-0', 99, 'x', 't', 1, x'00', x'00')".formatted(position))
                .finds(at(Kind.INSERTED, 9, position));
    }

    @Test
    void an_appended_commit_without_the_right_hash_is_found() throws Exception {
        after("INSERT INTO commits VALUES (41, 1764000099000, 2, %d, 0, NULL, NULL, NULL, zeroblob(32), NULL)"
                        .formatted(LEDGER.events() + 1))
                .finds(at(Kind.CHANGED, 41));
    }

    @Test
    void rows_that_name_no_commit_are_found() throws Exception {
        var position = LEDGER.events() + 1;
        after("INSERT INTO events VALUES (%d, 99, 'program/mp-0', 99, 'x', 't', 1, x'00', x'00')".formatted(position))
                .finds(at(Kind.ORPHAN, 99, position));
    }

    @ParameterizedTest
    @ValueSource(ints = {99, 10, 3, -1})
    void an_event_filed_under_another_commit_is_found_and_its_content_still_checked(int named) throws Exception {
        after("UPDATE events SET commit_number = %d WHERE position = %d".formatted(named, first(9)))
                .finds(at(Kind.ORPHAN, 9, first(9)));
    }

    @Test
    void events_whose_commit_row_is_gone_are_found() throws Exception {
        after("DELETE FROM commits WHERE number = 9").findsAmongOthers(at(Kind.ORPHAN, 9, first(9)));
    }

    @Test
    void a_changed_hash_is_told_apart_from_changed_content() throws Exception {
        after("UPDATE commits SET hash = zeroblob(32) WHERE number = 9").finds(at(Kind.WRONG_HASH, 9));
    }

    /** Writes another payload into a commit and makes its own stored hash fit, and if asked the subtrees stored with it. */
    private Verdict afterFitting(TestLedger ledger, int number, boolean subtrees) throws Exception {
        var commit = ledger.commits.get(number - 1);
        var events = new ArrayList<>(commit.events());
        events.set(0, events.getFirst().withPayload("{}"));
        var other = TestLedger.written(ledger.commits.size(), c -> c);
        other.hashes.set(number - 1, TestLedger.hash(commit.withEvents(events), ledger.hashes.get(number - 2)));
        var hex = HexFormat.of();
        return after(
                "UPDATE events SET payload = CAST('{}' AS BLOB) WHERE position = " + first(number),
                "UPDATE commits SET hash = x'%s' WHERE number = %d"
                        .formatted(hex.formatHex(other.hashes.get(number - 1)), number),
                "UPDATE commits SET subtrees = x'%s' WHERE number = %d AND %b"
                        .formatted(hex.formatHex(other.subtrees(number)), number, subtrees));
    }

    @ParameterizedTest
    @CsvSource({"9,false", "10,false", "16,false", "16,true", "21,false", "36,false", "36,true", "38,true"})
    void a_changed_commit_whose_own_hash_was_made_to_fit_is_found_there_and_not_at_the_next_one(
            int number, boolean subtrees) throws Exception {
        var verdict = afterFitting(LEDGER, number, subtrees);
        var position = LEDGER.commits.get(number - 1).events().size() == 1 ? first(number) : 0;
        verdict.findsAmongOthers(at(Kind.CHANGED, number, position));
        assertThat(verdict.out())
                .contains("1 changed")
                .contains("commit %d does not name this hash".formatted(number + 1));
        assertThat(verdict.findings()).allMatch(f -> f.kind() == Kind.CHANGED || f.kind() == Kind.WRONG_ROOT);
    }

    @Test
    void where_nothing_tells_which_of_two_neighbours_was_changed_both_are_named() throws Exception {
        var ledger = TestLedger.written(39, c -> c);
        file = TestSqlite.write(folder.resolve("shorter.db"), ledger);
        var verdict = afterFitting(ledger, 38, true);
        verdict.finds(at(Kind.CHANGED, 39, first(39)));
        assertThat(verdict.out()).contains("Or commit 38 before it was changed and its stored hash made to fit");
    }

    @Test
    void a_negative_count_of_events_is_found_even_where_there_are_none() throws Exception {
        var verdict = after("UPDATE commits SET event_count = -1 WHERE number = 12");
        verdict.finds(at(Kind.MALFORMED, 12));
        assertThat(verdict.out()).contains("says that it has -1 events");
    }

    @Test
    void a_removed_checkpoint_leaves_a_gap_that_the_report_mentions() throws Exception {
        assertThat(after("DELETE FROM notes WHERE id = 3").holds().out())
                .contains("1 numbers of notes are left out, from note 3 on");
    }

    private int rootPage(String table) throws SQLException {
        try (var connection = TestSqlite.connect(file);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT rootpage FROM sqlite_schema WHERE name = '%s'".formatted(table))) {
            return rows.getInt(1);
        }
    }

    @Test
    void checkpoints_behind_a_damaged_table_are_not_compared_and_not_called_cut() throws Exception {
        TestSqlite.execute(file, "PRAGMA wal_checkpoint(TRUNCATE)", "PRAGMA journal_mode = DELETE");
        var bytes = Files.readAllBytes(file);
        // The first cell of the page at the root of the events names the page where the first of them stand.
        var pages = ByteBuffer.wrap(bytes);
        var root = (rootPage("events") - 1) * 4096;
        var firstLeaf = pages.getInt(root + pages.getShort(root + 12));
        bytes[(firstLeaf - 1) * 4096] ^= 0x7F;
        Files.write(file, bytes);
        var verdict = Verdict.of(file);
        verdict.findsAmongOthers(at(Kind.DAMAGED, 1));
        assertThat(verdict.findings()).noneMatch(f -> f.kind() == Kind.SET_BACK);
        assertThat(verdict.out()).contains("5 checkpoints could not be compared");
    }

    @Test
    void a_removed_hash_is_found() throws Exception {
        after("UPDATE commits SET hash = NULL WHERE number = 9").finds(at(Kind.MALFORMED, 9), at(Kind.WRONG_HASH, 9));
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 10, 9})
    void changed_subtrees_are_found(int commit) throws Exception {
        after("UPDATE commits SET subtrees = zeroblob(32) WHERE number = " + commit)
                .finds(at(Kind.WRONG_SUBTREES, commit));
    }

    @Test
    void a_wrong_count_of_events_is_found() throws Exception {
        after("UPDATE commits SET event_count = event_count + 1 WHERE number = 9")
                .finds(at(Kind.CHANGED, 9));
    }

    @Test
    void a_wrong_first_position_is_found() throws Exception {
        after("UPDATE commits SET first_position = first_position + 100 WHERE number = 9")
                .finds(at(Kind.CHANGED, 9, first(9) + 100), at(Kind.POSITION_GAP, 9));
    }

    @Test
    void the_events_of_a_commit_that_changed_places_are_found() throws Exception {
        var one = first(8);
        after(
                        "UPDATE events SET position = -1 WHERE position = " + one,
                        "UPDATE events SET position = %d WHERE position = %d".formatted(one, one + 1),
                        "UPDATE events SET position = %d WHERE position = -1".formatted(one + 1))
                .finds(at(Kind.REORDERED, 8, one));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", hash = (SELECT hash FROM commits o WHERE o.number = 31 - commits.number)"})
    void neighbours_that_changed_places_are_found_whether_their_hashes_moved_or_not(String hashes) throws Exception {
        // 15 and 16 have one and two events; so that positions stay, both get the events of the other by their rows'
        // contents.
        var swapped = TestLedger.rewritten(commit -> commit);
        assertThat(swapped.commits).hasSize(40);
        after(
                        "CREATE TEMP TABLE o AS SELECT * FROM commits WHERE number IN (15, 16)",
                        "CREATE TEMP TABLE e AS SELECT * FROM events WHERE commit_number IN (15, 16)",
                        "DELETE FROM events WHERE commit_number IN (15, 16)",
                        """
                        UPDATE commits SET (recorded_at, epoch, event_count, actor, command_id, body_hash) =
                          (SELECT recorded_at, epoch, event_count, actor, command_id, body_hash FROM o WHERE o.number = 31 - commits.number)
                          %s WHERE number IN (15, 16)""".formatted(hashes.replace("FROM commits o", "FROM o")),
                        "UPDATE commits SET first_position = %d WHERE number = 16".formatted(first(15) + 2),
                        """
                        INSERT INTO events SELECT CASE commit_number WHEN 16 THEN position - 1 ELSE position + 2 END, 31 - commit_number,
                          stream, sequence, event_id, type, revision, payload, metadata FROM e""")
                .findsAmongOthers(at(Kind.REORDERED, 15));
    }

    @Test
    void distant_commits_that_changed_places_are_found() throws Exception {
        // Both have one event.
        after(
                        "CREATE TEMP TABLE o AS SELECT * FROM commits WHERE number IN (9, 21)",
                        "CREATE TEMP TABLE e AS SELECT * FROM events WHERE commit_number IN (9, 21)",
                        """
                        UPDATE commits SET (recorded_at, epoch, actor, command_id, body_hash) =
                          (SELECT recorded_at, epoch, actor, command_id, body_hash FROM o WHERE o.number = 30 - commits.number)
                          WHERE number IN (9, 21)""",
                        """
                        UPDATE events SET (stream, sequence, event_id, type, revision, payload, metadata) =
                          (SELECT stream, sequence, event_id, type, revision, payload, metadata FROM e
                           WHERE e.commit_number = 30 - events.commit_number) WHERE commit_number IN (9, 21)""")
                .findsAmongOthers(at(Kind.REORDERED, 9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"payload = NULL", "payload = 'text'", "payload = 5", "type = NULL", "stream = x'00'"})
    void a_value_of_the_wrong_type_is_named(String change) throws Exception {
        after("UPDATE events SET %s WHERE position = %d".formatted(change, first(39)))
                .findsAmongOthers(at(Kind.MALFORMED, 39, first(39)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"actor = NULL", "epoch = 'two'", "epoch = NULL", "recorded_at = 1.5", "hash = 'text'"})
    void a_commit_with_a_value_of_the_wrong_type_is_named(String change) throws Exception {
        after("UPDATE commits SET %s WHERE number = 9".formatted(change)).findsAmongOthers(at(Kind.MALFORMED, 9));
    }

    @Test
    void a_text_that_hides_something_behind_a_zero_byte_is_found() throws Exception {
        after("UPDATE events SET type = type || char(0) || 'hidden' WHERE position = " + first(9))
                .finds(at(Kind.CHANGED, 9, first(9)));
    }

    @Test
    void absurd_numbers_are_found_and_end_nothing_early() throws Exception {
        after(
                        "UPDATE commits SET event_count = 9223372036854775807, first_position = -9223372036854775808 WHERE number = 9",
                        "INSERT INTO commits (number) VALUES (9223372036854775807), (-9223372036854775808)",
                        "INSERT INTO events (position) VALUES (9223372036854775807), (-9223372036854775808)",
                        "INSERT INTO notes (id) VALUES (9223372036854775807), (-9223372036854775808)")
                .findsAmongOthers(at(Kind.MISSING, 41));
    }

    @Test
    void a_row_larger_than_any_commit_is_found_without_being_read() throws Exception {
        after("UPDATE events SET payload = zeroblob(200000000) WHERE position = " + first(9))
                .findsAmongOthers(at(Kind.MALFORMED, 9, first(9)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE stream_links SET previous = previous - 1 WHERE position = %d | not linked to the one before it",
                "DELETE FROM stream_links WHERE position = %d | not linked to the one before it",
                "UPDATE stream_links SET previous = NULL WHERE position = %d | not linked to the one before it",
            })
    void a_wrong_link_is_found_at_its_event(String change, String words) throws Exception {
        var verdict = after(change.formatted(first(39)));
        verdict.findsAmongOthers(at(Kind.WRONG_LINK, 39, first(39)));
        assertThat(verdict.out()).contains(words);
    }

    @Test
    void a_stream_said_to_end_too_early_is_found_at_the_event_that_nobody_would_find() throws Exception {
        var last = "(SELECT max(position) FROM events)";
        after(
                        "UPDATE stream_ends SET position = (SELECT previous FROM stream_links WHERE position = %1$s), sequence = sequence - 1 WHERE position = %1$s"
                                .formatted(last))
                .finds(at(Kind.WRONG_LINK, 40, LEDGER.events()));
    }

    @Test
    void a_stream_without_an_end_and_an_end_of_nothing_are_found() throws Exception {
        after("DELETE FROM stream_ends WHERE stream = (SELECT stream FROM events WHERE position = 1)")
                .finds(at(Kind.WRONG_LINK, 1, 1));
        var verdict = after(
                "INSERT INTO stream_ends VALUES ('program/none', 0, 5000)",
                "INSERT INTO stream_links VALUES (6000, 5000)");
        assertThat(verdict.out())
                .contains("The end of stream program/none is said to be here")
                .contains("There is a link, but no event at this position");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x'00'", "''", "CAST(x'FF' AS TEXT)", "'a' || char(0) || 'b'"})
    void an_end_of_what_is_no_name_is_found(String name) throws Exception {
        after("INSERT INTO stream_ends VALUES (%s, 0, 5000)".formatted(name))
                .findsAmongOthers(at(Kind.WRONG_LINK, 0, 5000));
    }

    @Test
    void an_end_whose_name_is_larger_than_any_commit_is_found_without_being_read() throws Exception {
        var verdict = after("INSERT INTO stream_ends VALUES (CAST(zeroblob(40000000) AS TEXT), 0, 5000)");
        verdict.findsAmongOthers(at(Kind.WRONG_LINK, 0, 5000));
        assertThat(verdict.out()).contains("whose name is larger than a commit can be");
    }

    private Verdict asItStands(String... statements) throws Exception {
        TestSqlite.execute(file, statements);
        return Verdict.of(file);
    }

    @Test
    void a_file_of_format_2_has_no_links_and_is_verified_all_the_same() throws Exception {
        asItStands(
                        "DROP TABLE stream_links",
                        "DROP TABLE stream_ends",
                        "DROP INDEX events_signposts",
                        "CREATE UNIQUE INDEX events_by_stream ON events (stream, sequence)",
                        "PRAGMA user_version = 2")
                .holds();
    }

    @Test
    void what_sqlite_makes_by_itself_and_an_index_that_only_saves_time_are_no_finding() throws Exception {
        asItStands("ANALYZE", "DROP INDEX notes_of_keys").holds();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE TABLE other (a) | The table other stands there",
                "CREATE VIEW other AS SELECT * FROM events | The view other stands there",
                "CREATE INDEX other ON events (type) | The index other stands there",
                "CREATE TRIGGER other AFTER INSERT ON events BEGIN SELECT 1; END | The trigger other stands there",
                "ALTER TABLE events ADD COLUMN other TEXT | The table events is not made as",
                "DROP TRIGGER events_no_UPDATE | The trigger events_no_UPDATE",
                "DROP INDEX events_by_id | The index events_by_id",
                "DROP INDEX commits_by_command | The index commits_by_command",
            })
    void a_foreign_or_missing_object_is_found(String change, String words) throws Exception {
        var verdict = asItStands(change);
        verdict.finds(at(Kind.OTHER_OBJECT, 0));
        assertThat(verdict.out()).contains(words);
    }

    @Test
    void an_index_that_is_no_longer_unique_is_found() throws Exception {
        asItStands("DROP INDEX events_by_id", "CREATE INDEX events_by_id ON events (event_id)")
                .finds(at(Kind.OTHER_OBJECT, 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "events_by_id | ON events (event_id) | WHERE position <> 9",
                "commits_by_command | ON commits (actor, command_id) WHERE actor IS NOT NULL | AND number <> 9",
                "events_signposts | ON events (stream, sequence) WHERE sequence % 64 = 0 | AND position <> 1"
            })
    void an_entry_that_is_missing_from_an_index_only_is_found(String index, String definition, String but)
            throws Exception {
        var sql = "CREATE UNIQUE INDEX %s %s".formatted(index, definition);
        var verdict = asItStands(
                "DROP INDEX " + index,
                sql + " " + but,
                "PRAGMA writable_schema = ON",
                "UPDATE sqlite_schema SET sql = '%s' WHERE name = '%s'".formatted(sql, index));
        assertThat(verdict.findings()).isNotEmpty().allMatch(f -> f.kind() == Kind.WRONG_INDEX);
        assertThat(verdict.out()).contains("missing from index " + index);
    }

    @Test
    void a_damaged_page_is_a_finding() throws Exception {
        TestSqlite.execute(file, "PRAGMA wal_checkpoint(TRUNCATE)", "PRAGMA journal_mode = DELETE");
        var bytes = Files.readAllBytes(file);
        var page = 4096;
        for (var at = 5 * page; at < bytes.length; at++) {
            bytes[at] = (byte) (at * 31);
        }
        Files.write(file, bytes);
        assertThat(Verdict.of(file).exit()).isNotZero();
    }
}
