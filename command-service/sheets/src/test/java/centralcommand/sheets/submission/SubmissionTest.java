package centralcommand.sheets.submission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centralcommand.sheets.Line;
import centralcommand.sheets.Samples;
import centralcommand.sheets.SheetWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmissionTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private Path sheet;
    private Path key;

    @BeforeEach
    void write() throws IOException {
        sheet = folder.resolve("march.xlsx");
        key = folder.resolve("office.key");
        Files.write(sheet, SheetWriter.xlsx(Samples.ALL));
        assertThat(run("new-key", "doe-lpo", key.toString())).isZero();
    }

    private int run(String... arguments) {
        PrintStream print = new PrintStream(said, true, UTF_8);
        return new SubmissionCommand(print, print).run(arguments);
    }

    private byte[] signed() throws IOException {
        assertThat(run("sign", sheet.toString(), "--key", key.toString())).isZero();
        return Files.readAllBytes(folder.resolve("march.xlsx.submission"));
    }

    @Test
    void what_was_signed_opens_to_the_same_rows_with_office_key_and_hash() throws IOException {
        byte[] file = signed();
        assertThat(Submission.is(file)).isTrue();
        Submission opened = Submission.open(file);

        assertThat(opened.office()).isEqualTo("doe-lpo");
        assertThat(opened.fileName()).isEqualTo("march.xlsx");
        assertThat(opened.sha256()).hasSize(64);
        assertThat(opened.reading().lines()).isEqualTo(Samples.ALL);
        assertThat(opened.key().fingerprint()).matches("([0-9a-f]{4}-){7}[0-9a-f]{4}");
        assertThat(run("check", folder.resolve("march.xlsx.submission").toString()))
                .isZero();
        assertThat(said.toString(UTF_8))
                .contains("the signature holds", opened.key().fingerprint());
    }

    @Test
    void every_changed_byte_is_noticed() throws IOException {
        byte[] file = signed();
        int noticed = 0;
        for (int i = 0; i < file.length - 1; i += 7) {
            byte[] changed = file.clone();
            changed[i] ^= 1;
            try {
                Submission.open(changed);
            } catch (IllegalArgumentException refused) {
                noticed++;
            }
        }
        assertThat(noticed).isEqualTo((file.length - 2) / 7 + 1);
    }

    @Test
    void a_file_whose_line_ends_were_changed_on_the_way_opens_to_what_was_signed() throws IOException {
        byte[] file = signed();
        String text = new String(file, UTF_8);
        String windows = text.replace("\n", "\r\n");
        for (String arrived : List.of(windows, "\uFEFF" + text, "\uFEFF" + windows)) {
            byte[] bytes = arrived.getBytes(UTF_8);
            assertThat(Submission.is(bytes)).isTrue();
            assertThat(Submission.asSigned(bytes)).isEqualTo(file);
            assertThat(Submission.open(bytes)).isEqualTo(Submission.open(file));
        }
        assertThatThrownBy(() -> Submission.open(
                        windows.replaceFirst("2027-06-30", "2027-06-29").getBytes(UTF_8)))
                .hasMessageStartingWith("The signature does not hold");
    }

    @Test
    void lines_within_a_cell_end_as_all_others_so_that_they_survive_the_way_too() throws IOException {
        Line told = Samples.withNarrative("One.\r\nTwo.\rThree.");
        byte[] file = Submission.sign(OfficeSigner.generate("doe-lpo"), "a.csv", new byte[0], List.of(told));
        byte[] arrived = new String(file, UTF_8).replace("\n", "\r\n").getBytes(UTF_8);

        assertThat(new String(file, UTF_8)).doesNotContain("\r");
        assertThat(Submission.open(arrived)).isEqualTo(Submission.open(file));
    }

    @Test
    void what_was_cut_off_is_told_in_words() throws IOException {
        String file = new String(signed(), UTF_8);

        for (int cut : List.of(3, 4, 40, 80)) {
            assertThatThrownBy(() -> Submission.open(
                            file.substring(0, file.length() - cut).getBytes(UTF_8)))
                    .as("%d cut", cut)
                    .hasMessage(
                            "The last line, with the signature, was changed or cut off. Ask the office to send the file again.");
        }
        assertThatThrownBy(() -> Submission.open(
                        file.replaceFirst("(?m)^(key .*)..$", "$1").getBytes(UTF_8)))
                .hasMessage("The key is not an Ed25519 key: it was changed or cut off.");
    }

    @Test
    void a_file_that_another_key_signed_under_this_name_does_not_open_as_its() throws IOException {
        OfficeSigner other = OfficeSigner.generate("doe-lpo");
        Submission opened =
                Submission.open(Submission.sign(other, "march.xlsx", Files.readAllBytes(sheet), Samples.ALL));
        assertThat(opened.key()).isNotEqualTo(Submission.open(signed()).key());
    }

    @Test
    void a_sheet_with_a_bad_row_is_listed_and_not_signed() throws IOException {
        String csv = new String(SheetWriter.csv(Samples.ALL), UTF_8).replace("2027-06-30", "03/04/2027");
        Path bad = Files.writeString(folder.resolve("bad.csv"), csv);

        assertThat(run("check", bad.toString())).isEqualTo(SubmissionCommand.WRONG);
        assertThat(said.toString(UTF_8)).contains("Row 2, date: \"03/04/2027\" could be two days");
        assertThat(run("sign", bad.toString(), "--key", key.toString())).isEqualTo(SubmissionCommand.WRONG);
        assertThat(folder.resolve("bad.csv.submission")).doesNotExist();
    }

    @Test
    void a_key_file_is_never_written_over_and_is_its_owners_alone() throws IOException {
        String before = Files.readString(key);
        assertThat(run("new-key", "doe-lpo", key.toString())).isEqualTo(SubmissionCommand.WRONG);
        assertThat(Files.readString(key)).isEqualTo(before).startsWith("PRIVATE+KEY+doe-lpo+");
        assertThat(Files.getPosixFilePermissions(key)).hasSize(2);
    }

    @Test
    void a_file_that_is_no_key_and_a_question_that_is_none_are_told() {
        assertThat(run("sign", sheet.toString(), "--key", sheet.toString())).isEqualTo(SubmissionCommand.WRONG);
        assertThat(run("sing", sheet.toString())).isEqualTo(SubmissionCommand.USAGE);
        assertThat(run("check", folder.resolve("none").toString())).isEqualTo(SubmissionCommand.WRONG);
        assertThatThrownBy(() -> OfficeSigner.generate("an office+")).hasMessageContaining("letters, digits");
    }
}
