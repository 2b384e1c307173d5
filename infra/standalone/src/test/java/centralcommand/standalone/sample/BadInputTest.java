package centralcommand.standalone.sample;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadInputTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-03-04   | 4 March    | funding.csv:2, date: \"4 March\" is not a day: write it as 2026-06-30.",
                "2024-03-04   | 2024-02-30 | funding.csv:2, date: \"2024-02-30\" is not a day: write it as 2026-06-30.",
                "1250000.50   | 1.2 m      | funding.csv:2, amount_usd: \"1.2 m\" is not a number: write digits with a point, as in 1250.5.",
                "1250000.50   | 1e999999   | funding.csv:2, amount_usd: \"1e999999\" is not a number: write digits with a point, as in 1250.5.",
                "1250000.50   | 0          | funding.csv:2: amount is not positive: leave it out where the source names none.",
                "BOUND        | SIGNED     | funding.csv:2, column: \"SIGNED\" is not a code: use SAID, CONDITIONAL, BOUND, PAID, AUTHORITY, UNKNOWN.",
                "src-a        | src-x      | funding.csv:2, source_id: \"src-x\" is not a source taken from sources.csv.",
                "plant-one    | plant-six  | funding.csv:2, program_id: \"plant-six\" is not a program taken from programs.csv.",
                "one-grant    | One Grant  | funding.csv:2, line_id: \"One Grant\" is not an id: use lower-case letters, digits and single hyphens, at most 64 characters.",
                "DOE,         | ,          | funding.csv:2, agency: is empty.",
                "GRANT,DOE,   | GRANT,     | funding.csv:2: has 14 cells where the header has 15: put cells that contain a comma between quotation marks.",
            })
    void a_row_that_cannot_be_said_is_named_with_its_place_and_the_rest_is_taken(
            String right, String wrong, String sentence) throws IOException {
        String second =
                Folders.FUNDING.lines().skip(1).findFirst().orElseThrow().replace("one-grant", "good-line");
        Folders.Read read = Folders.read(
                Folders.small(folder, Map.of("funding.csv", Folders.FUNDING.replace(right, wrong) + second + "\n")));
        assertThat(read.sentences()).containsExactly(sentence);
        assertThat(read.steps())
                .extracting(Step::subject)
                .contains("good-line", "plant-two")
                .doesNotContain("one-grant");
    }

    @Test
    void an_id_that_is_there_twice_is_taken_once() throws IOException {
        Folders.Read read = Folders.read(Folders.small(
                folder,
                Map.of(
                        "programs.csv",
                        Folders.PROGRAMS
                                + Folders.PROGRAMS.lines().skip(1).findFirst().orElseThrow())));
        assertThat(read.sentences())
                .containsExactly("programs.csv:4, program_id: has the same id as line 2, which was taken instead.");
    }

    @Test
    void an_agency_without_an_account_cannot_speak() throws IOException {
        Folders.Read read = Folders.read(
                Folders.small(folder, Map.of("programs.csv", Folders.PROGRAMS.replace("ENERGY,", "TREASURY,"))));
        assertThat(read.sentences())
                .contains(
                        "programs.csv:2, lead_agency: \"TREASURY\" is not an agency with a sample account: use DEFENSE,"
                                + " ENERGY, INTERIOR or COMMERCE.")
                .contains("funding.csv:2, program_id: \"plant-one\" is not a program taken from programs.csv.");
    }

    @Test
    void a_quotation_mark_that_is_never_closed_costs_only_its_own_line() throws IOException {
        List<String> lines = Folders.PROGRAMS.lines().toList();
        String broken = lines.get(0) + "\n\n" + lines.get(1).replace("first\"", "first") + "\n" + lines.get(2) + "\n";
        Folders.Read read = Folders.read(Folders.small(folder, Map.of("programs.csv", broken)));
        assertThat(read.sentences())
                .first()
                .isEqualTo("programs.csv:3: has 12 cells where the header has 16: is a quotation mark missing?");
        assertThat(read.steps()).extracting(Step::subject).contains("plant-two");
    }

    @Test
    void a_quotation_mark_in_the_middle_of_a_cell_costs_only_its_own_line() throws IOException {
        String programs = Folders.PROGRAMS.replace("\"A plant", "\"A \" plant");
        Folders.Read read = Folders.read(Folders.small(folder, Map.of("programs.csv", programs)));
        assertThat(read.sentences())
                .first()
                .isEqualTo("programs.csv:2: is not a row of CSV: a quotation mark is missing or out"
                        + " of place, or a cell has more than 65,536 characters.");
        assertThat(read.steps()).extracting(Step::subject).contains("plant-two");
    }

    @Test
    void a_quotation_mark_closed_by_a_later_row_costs_only_its_own_line() throws IOException {
        String unclosed = Folders.PROGRAMS.replace("first\"", "first").replace("Another,", "\"Another\",");
        Folders.Read read = Folders.read(Folders.small(folder, Map.of("programs.csv", unclosed)));
        assertThat(read.sentences()).first().asString().startsWith("programs.csv:2: ");
        assertThat(read.steps()).extracting(Step::subject).contains("plant-two");
    }

    @Test
    void a_cell_may_run_over_lines_and_rows_after_it_keep_their_numbers() throws IOException {
        String funding = Folders.FUNDING.replace("Signed", "\"Signed\r\nat noon\"") + "x,y\n";
        Folders.Read read = Folders.read(Folders.small(folder, Map.of("funding.csv", funding)));
        assertThat(read.sentences())
                .containsExactly("funding.csv:4: has 2 cells where the header has 15: put cells that contain"
                        + " a comma between quotation marks.");
    }

    @Test
    void a_byte_order_mark_and_carriage_returns_make_no_difference() throws IOException {
        Folders.Read plain = Folders.read(Folders.small(folder, Map.of()));
        Folders.Read windows = Folders.read(
                Folders.small(folder, Map.of("programs.csv", "\uFEFF" + Folders.PROGRAMS.replace("\n", "\r\n"))));
        assertThat(windows.steps())
                .extracting(Step::command)
                .isEqualTo(plain.steps().stream().map(Step::command).toList());
        assertThat(windows.sentences()).isEmpty();
    }

    @Test
    void text_in_another_encoding_is_said_to_be_so() throws IOException {
        Folders.small(folder, Map.of());
        Files.write(
                folder.resolve("programs.csv"),
                Folders.PROGRAMS.replace("Plant Two", "Fábrica").getBytes(ISO_8859_1));
        assertThat(Folders.read(folder).sentences())
                .first()
                .isEqualTo("programs.csv:3: is not UTF-8 text from here on, so"
                        + " nothing of the file was taken: save it as \"CSV UTF-8\".");
        Files.write(folder.resolve("programs.csv"), Folders.PROGRAMS.getBytes(UTF_16));
        assertThat(Folders.read(folder).sentences()).first().asString().contains("is not UTF-8");
    }

    @Test
    void a_cell_without_end_costs_only_its_own_line() throws IOException {
        String funding = Folders.FUNDING.replace("Signed", "x".repeat(CsvText.LONGEST_CELL + 1))
                + Folders.FUNDING.lines().skip(1).findFirst().orElseThrow().replace("one-grant", "good-line");
        Folders.Read read = Folders.read(Folders.small(folder, Map.of("funding.csv", funding)));
        assertThat(read.sentences()).singleElement().asString().startsWith("funding.csv:2: is not a row of CSV");
        assertThat(read.steps()).extracting(Step::subject).contains("good-line");
    }

    @Test
    void a_file_without_end_is_left_alone() throws IOException {
        Folders.small(folder, Map.of());
        try (RandomAccessFile huge =
                new RandomAccessFile(folder.resolve("funding.csv").toFile(), "rw")) {
            huge.setLength(SampleFolder.MOST_BYTES + 1L);
        }
        Folders.Read read = Folders.read(folder);
        assertThat(read.sentences())
                .containsExactly("funding.csv: cannot be read: it is larger than 50 MB. Split the folder.");
        assertThat(read.steps()).extracting(Step::subject).contains("plant-one");
    }

    @Test
    void a_file_of_broken_rows_is_given_up_after_a_thousand() throws IOException {
        String funding = Folders.FUNDING + "x\n".repeat(2_000);
        List<String> sentences = Folders.read(Folders.small(folder, Map.of("funding.csv", funding)))
                .sentences();
        assertThat(sentences).hasSize(1_001);
        assertThat(sentences)
                .last()
                .isEqualTo("funding.csv:1003: comes after 1,000 broken rows: nothing from here on was taken.");
    }

    @Test
    void rows_past_the_bound_are_left_and_said_to_be() throws IOException {
        StringBuilder sources = new StringBuilder("source_id,title\n");
        for (int i = 0; i <= CsvText.MOST_RECORDS; i++) {
            sources.append("s").append(i).append(",t\n");
        }
        Folders.Read read = Folders.read(Folders.small(folder, Map.of("sources.csv", sources.toString())));
        assertThat(read.sentences())
                .contains("sources.csv:200002: is past the first 200,000 rows: nothing from here on was taken.");
        assertThat(read.rows(SampleFile.SOURCES)).hasSize(CsvText.MOST_RECORDS);
    }

    @Test
    void a_header_must_name_every_column_that_is_needed_and_each_once() throws IOException {
        Folders.Read missing = Folders.read(Folders.small(
                folder,
                Map.of(
                        "funding.csv",
                        Folders.FUNDING.replace("amount_usd", "amount").replace("line_id", "id"))));
        assertThat(missing.sentences())
                .contains(
                        "funding.csv:1, line_id: is missing from the header, so nothing of the file was taken.",
                        "funding.csv:1, amount_usd: is missing from the header: taken as blank in every row.",
                        "funding.csv:1, \"amount\": is not a column that an import knows: its cells were left out.");
        Folders.Read twice = Folders.read(
                Folders.small(folder, Map.of("funding.csv", Folders.FUNDING.replace("authority", "note"))));
        assertThat(twice.sentences())
                .contains("funding.csv:1, note: is there twice, so nothing of the file was taken: keep one.");
    }

    @Test
    void without_the_list_of_sources_their_ids_stand_for_them() throws IOException {
        Folders.small(folder, Map.of());
        Files.delete(folder.resolve("sources.csv"));
        Folders.Read read = Folders.read(folder);
        assertThat(read.notTaken()).isEmpty();
        assertThat(read.steps()).hasSize(5);
    }

    @Test
    void an_empty_file_and_a_missing_folder_are_said_to_be_so() throws IOException {
        assertThat(Folders.read(Folders.small(folder, Map.of("funding.csv", "")))
                        .sentences())
                .containsExactly("funding.csv: is empty: its first line should name the columns.");
        assertThatThrownBy(() -> SampleFolder.at(folder.resolve("nowhere")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("There is no folder");
    }
}
