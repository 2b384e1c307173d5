package centralcommand.sheets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.schedule.ScheduleCommand.ReportForecast;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundTripTest {
    @Test
    void a_workbook_that_was_written_reads_as_the_same_rows() {
        assertThat(SheetReader.read(SheetWriter.xlsx(Samples.ALL))).isEqualTo(new Reading(Samples.ALL, 0, List.of()));
    }

    /** {@link Samples#ALL} as a workbook, with a day, a word and two narratives changed by Apache POI 5.5.1, which stores text and days in its own way. */
    @Test
    void a_workbook_that_another_program_changed_and_saved_reads_as_what_was_changed() throws IOException {
        Reading reading = SheetReader.read(Samples.file("edited.xlsx"));

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.lines()).extracting(Line::row).containsExactly(2, 3, 4, 5);
        assertThat(reading.lines())
                .extracting(Line::word)
                .containsExactly(Word.FORECAST, Word.DOUBT, Word.DOUBT, Word.ACTUAL);
        assertThat(reading.lines().subList(2, 4)).isEqualTo(Samples.ALL.subList(2, 4));
        assertThat(reading.lines().get(1).narrative()).isEqualTo("The line is not ordered.");
        ReportForecast forecast = (ReportForecast) reading.lines().getFirst().command("edited.xlsx");
        assertThat(forecast.date()).isEqualTo(LocalDate.of(2027, 9, 30));
        assertThat(forecast.narrative()).isEqualTo("Edited in a spreadsheet program.");
        assertThat(forecast.asStated()).isEqualTo(Samples.FORECAST.asStated());
    }

    @Test
    void so_does_csv_with_and_without_a_byte_order_mark() {
        byte[] csv = SheetWriter.csv(Samples.ALL);
        String text = new String(csv, UTF_8);
        assertThat(text).startsWith("\uFEFFprogramId,").contains("\r\n");
        assertThat(SheetReader.read(csv)).isEqualTo(new Reading(Samples.ALL, 0, List.of()));
        assertThat(SheetReader.read(text.substring(1).getBytes(UTF_8)).lines()).isEqualTo(Samples.ALL);
    }

    @Test
    void no_cell_of_csv_begins_like_a_formula() {
        String text = new String(SheetWriter.csv(Samples.ALL), UTF_8);
        assertThat(text).contains("\"'=HYPERLINK", "'@board minutes", "'-late").doesNotContain(",=", ",@", ",-");
    }

    @Test
    void rows_without_a_word_are_counted_and_taken_for_nothing() {
        Line blank =
                Line.blank(2, Samples.CONFIRM.programId(), "MP", Samples.CONFIRM.milestoneId(), "Start", "2027", 7);
        assertThat(SheetReader.read(SheetWriter.xlsx(List.of(blank)))).isEqualTo(new Reading(List.of(), 1, List.of()));
    }

    @Test
    void the_source_of_an_entry_names_the_file() {
        var command = (centralcommand.command.contract.schedule.ScheduleCommand.ReportForecast)
                Samples.FORECAST.command("march.xlsx, SHA-256 ab");
        assertThat(command.stated().source()).isEqualTo("@board minutes [march.xlsx, SHA-256 ab]");
        assertThat(command.stated().channel())
                .isEqualTo(centralcommand.command.contract.shared.Provenance.Channel.IMPORTED);
    }
}
