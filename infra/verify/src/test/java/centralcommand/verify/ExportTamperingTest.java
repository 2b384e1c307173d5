package centralcommand.verify;

import static centralcommand.verify.Verdict.at;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.verify.TestLedger.Commit;
import centralcommand.verify.finding.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportTamperingTest {
    private static final TestLedger LEDGER = TestLedger.standard();

    @TempDir
    Path folder;

    /** The line of a commit has the number of the commit as its place. */
    private final List<String> lines = new ArrayList<>(TestExport.lines(LEDGER));

    private static long first(int commit) {
        return LEDGER.commits.get(commit - 1).first();
    }

    private Verdict verdict() throws Exception {
        return Verdict.of(TestExport.write(folder.resolve("ledger.jsonl"), lines));
    }

    private void replace(int line, String from, String to) {
        assertThat(lines.get(line)).contains(from);
        lines.set(line, lines.get(line).replace(from, to));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ledger.jsonl", "ledger.jsonl.gz"})
    void an_untouched_export_holds(String name) throws Exception {
        Verdict.of(TestExport.write(folder.resolve(name), lines)).holds();
    }

    @Test
    void a_ledger_of_every_small_size_holds() throws Exception {
        for (var size = 1; size <= 20; size++) {
            var ledger = TestLedger.written(size, c -> c);
            Verdict.of(TestExport.write(folder.resolve("ledger.jsonl"), TestExport.lines(ledger)))
                    .holds();
        }
    }

    @Test
    void an_empty_ledger_holds_and_proves_little() throws Exception {
        var none = List.of(
                lines.getFirst(),
                "{\"end\":true,\"commits\":0,\"events\":0,\"root\":\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"}");
        Verdict.of(TestExport.write(folder.resolve("ledger.jsonl"), none)).holds();
    }

    @Test
    void a_changed_payload_is_found() throws Exception {
        replace(9, "\\\"amount\\\":\\\"", "\\\"amount\\\":\\\"9");
        verdict().finds(at(Kind.CHANGED, 9, first(9)));
    }

    @Test
    void a_changed_hash_is_found() throws Exception {
        replace(9, "\"hash\":\"", "\"hash\":\"00000000");
        lines.set(9, lines.get(9).replaceFirst("\"hash\":\"([0-9a-f]{64}).*", "\"hash\":\"$1\"}"));
        verdict().finds(at(Kind.WRONG_HASH, 9));
    }

    @Test
    void a_missing_line_is_a_missing_commit() throws Exception {
        lines.remove(9);
        verdict().findsAmongOthers(at(Kind.MISSING, 9));
    }

    @Test
    void several_missing_lines_are_one_finding() throws Exception {
        lines.subList(9, 15).clear();
        var verdict = verdict();
        verdict.findsAmongOthers(at(Kind.MISSING, 9));
        assertThat(verdict.out()).contains("Commits 9 to 14 are missing");
    }

    @Test
    void a_doubled_line_is_a_doubled_commit() throws Exception {
        lines.add(9, lines.get(9));
        verdict().finds(at(Kind.DOUBLED, 9));
    }

    @Test
    void a_repeated_commit_under_the_next_number_is_told_so() throws Exception {
        var nine = LEDGER.commits.get(8);
        var again = new Commit(10, nine.first() + 1, nine.epoch(), nine.recordedAt(), nine.command(), nine.events());
        lines.set(10, TestExport.line(again, LEDGER.hashes.get(9)));
        verdict().findsAmongOthers(at(Kind.DOUBLED, 10));
    }

    @Test
    void lines_that_changed_places_are_found_and_nothing_else() throws Exception {
        Collections.swap(lines, 9, 10);
        verdict().finds(at(Kind.REORDERED, 9));
    }

    @Test
    void distant_lines_that_changed_places_are_found() throws Exception {
        Collections.swap(lines, 9, 20);
        var verdict = verdict();
        verdict.findsAmongOthers(at(Kind.REORDERED, 9));
        verdict.findsAmongOthers(at(Kind.REORDERED, 20));
    }

    @Test
    void a_removed_event_is_found_at_its_commit() throws Exception {
        var commit = LEDGER.commits.get(7);
        lines.set(8, TestExport.line(commit.withEvents(commit.events().subList(0, 2)), LEDGER.hashes.get(7)));
        verdict().findsAmongOthers(at(Kind.MISSING, 8));
    }

    @Test
    void an_inserted_event_is_found_at_its_commit() throws Exception {
        var commit = LEDGER.commits.get(39);
        var events = new ArrayList<>(commit.events());
        events.add(1, TestLedger.event(500, 5, 0));
        lines.set(40, TestExport.line(commit.withEvents(events), LEDGER.hashes.get(39)));
        verdict().findsAmongOthers(at(Kind.INSERTED, 40, first(40) + 1));
    }

    @Test
    void an_inserted_event_in_the_middle_of_the_ledger_is_found() throws Exception {
        var commit = LEDGER.commits.get(8);
        var events = new ArrayList<>(commit.events());
        events.add(TestLedger.event(500, 5, 0));
        lines.set(9, TestExport.line(commit.withEvents(events), LEDGER.hashes.get(8)));
        verdict().findsAmongOthers(at(Kind.INSERTED, 9, first(9)));
    }

    @Test
    void events_of_a_commit_that_changed_places_are_found() throws Exception {
        var commit = LEDGER.commits.get(7);
        var events = new ArrayList<>(commit.events());
        Collections.swap(events, 0, 2);
        lines.set(8, TestExport.line(commit.withEvents(events), LEDGER.hashes.get(7)));
        verdict().findsAmongOthers(at(Kind.REORDERED, 8, first(8)));
    }

    @Test
    void a_file_without_its_last_line_was_cut_off() throws Exception {
        lines.removeLast();
        verdict().finds(at(Kind.CUT_OFF, 0));
    }

    @Test
    void a_file_that_ends_within_a_line_was_cut_off() throws Exception {
        var file = TestExport.write(folder.resolve("ledger.jsonl"), lines);
        var bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        Verdict.of(file).finds(at(Kind.CUT_OFF, 0));
    }

    @Test
    void a_gzipped_file_that_was_cut_off_is_told_so() throws Exception {
        var file = TestExport.write(folder.resolve("ledger.jsonl.gz"), lines);
        var bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 1_000));
        Verdict.of(file).finds(at(Kind.CUT_OFF, 0));
    }

    @Test
    void a_last_line_with_another_root_or_count_is_found() throws Exception {
        lines.set(lines.size() - 1, lines.getLast().replace("\"commits\":40", "\"commits\":41"));
        verdict().finds(at(Kind.MISSING, 0));
        lines.set(
                lines.size() - 1,
                TestExport.lines(TestLedger.written(39, c -> c))
                        .getLast()
                        .replace("\"commits\":39", "\"commits\":40")
                        .replaceFirst("\"events\":[0-9]+", "\"events\":" + LEDGER.events()));
        verdict().finds(at(Kind.WRONG_ROOT, 40));
    }

    @Test
    void what_follows_the_last_line_is_found() throws Exception {
        lines.add(lines.get(9));
        verdict().finds(at(Kind.INSERTED, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"commit\":9}",
                "{\"commit\":-9,\"first\":1,\"epoch\":1,\"recordedAt\":1,\"events\":[],\"hash\":\"00\"}",
                "{\"commit\":99999999999999999999999999}",
                "{\"commit\":9.5}",
                "{\"commit\":9,\"commit\":9}",
                "{\"commit\":\"9\"}",
                "{\"what\":1}",
                "not json at all",
                "{\"commit\":9,\"events\":[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]}",
                "{\"note\":\"checkpoint\",\"size\":5,\"text\":\"\\ud800\"}",
                "{\"end\":false}",
                "\u0000\u0001"
            })
    void a_malformed_line_is_named_and_the_rest_is_still_read(String line) throws Exception {
        lines.set(9, line);
        var verdict = verdict();
        verdict.findsAmongOthers(at(Kind.MALFORMED, 0));
        verdict.findsAmongOthers(at(Kind.MISSING, 9));
        assertThat(verdict.out()).contains("Line 10:").doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"secret\":1,\"epoch\"", "\"epoch\":1,\"epoch\""})
    void a_field_that_no_hash_speaks_about_is_refused(String fields) throws Exception {
        replace(9, "\"epoch\"", fields);
        verdict().findsAmongOthers(at(Kind.MALFORMED, 0));
    }

    @Test
    void a_negative_number_is_no_number_of_a_commit() throws Exception {
        replace(9, "\"commit\":9", "\"commit\":-9");
        verdict().findsAmongOthers(at(Kind.MALFORMED, 0));
    }

    @Test
    void base64_that_is_none_is_named() throws Exception {
        var line = lines.stream()
                .filter(l -> l.contains("payloadBase64"))
                .findFirst()
                .orElseThrow();
        replace(lines.indexOf(line), "\"payloadBase64\":\"", "\"payloadBase64\":\"!!");
        verdict().findsAmongOthers(at(Kind.MALFORMED, 0));
    }

    @Test
    void a_line_of_a_hundred_megabytes_is_skipped_and_named() throws Exception {
        lines.set(9, " ".repeat(100 << 20));
        var verdict = verdict();
        verdict.findsAmongOthers(at(Kind.MALFORMED, 0));
        assertThat(verdict.out()).contains("longer than any commit can be");
    }

    @Test
    void thousands_of_findings_are_counted_and_only_the_first_are_shown() throws Exception {
        for (var i = 1; i <= 40; i++) {
            replace(i, "\"epoch\":", "\"epoch\":-");
        }
        assertThat(verdict()
                        .out()
                        .lines()
                        .filter(line -> line.startsWith("- commit"))
                        .count())
                .isLessThanOrEqualTo(20);
        assertThat(verdict().out()).contains("40 changed").contains("more.");
    }
}
