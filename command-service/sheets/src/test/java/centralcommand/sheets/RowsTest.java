package centralcommand.sheets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowsTest {
    private static Problem only(Reading reading) {
        assertThat(reading.lines()).isEmpty();
        assertThat(reading.problems()).hasSize(1);
        return reading.problems().getFirst();
    }

    @Test
    void a_plain_row_is_taken() {
        assertThat(CsvRows.forecast().read().lines()).singleElement().satisfies(line -> {
            assertThat(line.row()).isEqualTo(2);
            assertThat(line.date()).isEqualTo(LocalDate.of(2027, 6, 30));
            assertThat(line.version()).isEqualTo(4);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    DATE       | 03/04/2026 | could be two days
                    DATE       | 31/12/2026 | write year, month and day
                    DATE       | 04/04/2026 | write year, month and day
                    DATE       | Q3 2027    | is not a day
                    DATE       | 2027       | is not a day
                    DATE       | 2027-02-30 | is not a day
                    DATE       | 1899-12-31 | give a day from
                    PRECISION  | ABOUT      | is not a code: write DAY, MONTH
                    WORD       | MAYBE      | write CONFIRM, FORECAST, DOUBT, ACTUAL
                    CAUSE      | WEATHER    | is not a code
                    MARKING    | SECRET     | is not a code
                    CONFIDENCE | SURE       | is not a code
                    STATED_ON  | yesterday  | is not a day
                    VERSION    | -1         | take it from the sheet
                    PROGRAM_ID | Upton!     | is not an id
                    DATE       | ''         | a FORECAST needs a day
                    EVIDENCE   | a notice   | evidence goes with ACTUAL
                    WORD       | ''         | is empty, but date is filled in
                    WORD       | CONFIRM    | leave it empty
                    """)
    void what_cannot_be_taken_is_told_with_its_row_and_column(Column column, String value, String words) {
        Problem problem = only(CsvRows.forecast().with(column, value).read());
        assertThat(problem.row()).isEqualTo(2);
        assertThat(problem.column()).isIn(column.header(), "word", "date");
        assertThat(problem.sentence().toLowerCase(java.util.Locale.ROOT))
                .contains(words.toLowerCase(java.util.Locale.ROOT));
    }

    @Test
    void all_that_is_wrong_with_a_row_is_told_at_once() {
        Reading reading = CsvRows.forecast()
                .with(Column.DATE, "soon")
                .with(Column.CAUSE, "WEATHER")
                .with(Column.VERSION, "")
                .read();
        assertThat(reading.problems()).extracting(Problem::column).containsExactly("date", "cause", "version");
    }

    @Test
    void a_doubt_needs_a_sentence_and_gives_no_date() {
        assertThat(CsvRows.forecast().with(Column.WORD, "DOUBT").read().problems())
                .extracting(Problem::column)
                .containsExactly("narrative", "date");
    }

    @Test
    void an_actual_needs_evidence() {
        assertThat(only(CsvRows.forecast().with(Column.WORD, "ACTUAL").read()).column())
                .isEqualTo("evidence");
    }

    @Test
    void a_text_may_be_as_long_as_a_command_takes_and_no_longer() {
        assertThat(CsvRows.forecast()
                        .with(Column.NARRATIVE, "x".repeat(2_000))
                        .read()
                        .problems())
                .isEmpty();
        assertThat(only(CsvRows.forecast()
                                .with(Column.NARRATIVE, "x".repeat(2_001))
                                .read())
                        .sentence())
                .isEqualTo("has 2001 characters: shorten it to 2000.");
    }

    @Test
    void the_second_word_about_a_milestone_is_refused_and_the_first_taken() {
        String row = CsvRows.forecast().row();
        Reading reading = SheetReader.read((CsvRows.HEADER + "\n" + row + "\n" + row + "\n").getBytes(UTF_8));
        assertThat(reading.lines()).hasSize(1);
        assertThat(reading.problems()).extracting(Problem::row).containsExactly(3);
    }

    @Test
    void good_rows_are_taken_beside_bad_ones() {
        String bad = CsvRows.forecast()
                .with(Column.MILESTONE_ID, "other")
                .with(Column.DATE, "03/04/2026")
                .row();
        Reading reading = SheetReader.read(
                (CsvRows.HEADER + "\n" + bad + "\n\n" + CsvRows.forecast().row() + "\n").getBytes(UTF_8));
        assertThat(reading.refused()).isFalse();
        assertThat(reading.problems()).extracting(Problem::row).containsExactly(2);
        assertThat(reading.lines()).extracting(Line::row).containsExactly(4);
    }

    @Test
    void semicolons_are_read_as_some_countries_excel_writes_them() {
        byte[] csv =
                new String(CsvRows.forecast().bytes(), UTF_8).replace(',', ';').getBytes(UTF_8);
        assertThat(SheetReader.read(csv).lines()).hasSize(1);
    }
}
