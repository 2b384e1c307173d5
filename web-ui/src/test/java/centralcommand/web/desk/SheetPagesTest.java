package centralcommand.web.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.query.contract.board.MilestoneStatus;
import centralcommand.web.Browser;
import centralcommand.web.RunningWeb;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way of a sheet: down, up, looked at, sent; beside stub services. */
class SheetPagesTest {
    private final Browser energy = RunningWeb.browser();
    private DeskStub services;

    @BeforeEach
    void two_milestones_are_open() {
        services = new DeskStub();
        services.milestone("rer-demo-ops", "rer-upton", MilestoneStatus.ON_TRACK, LocalDate.of(2027, 6, 30));
        services.milestone("cmi-cohort", "cmi-hub", MilestoneStatus.ON_TRACK, LocalDate.of(2027, 6, 30));
        energy.signIn("/", "energy", "ENERGY", "AGENCY_STAFF");
    }

    /** The downloaded lines, with cells filled in by milestone and column. */
    private String filled(Map<String, Map<String, String>> cells) {
        String csv = energy.get("/desk/sheet.csv").body();
        List<String> lines = csv.substring(1).lines().toList();
        List<String> header = List.of(lines.getFirst().split(","));
        return lines.stream()
                .map(line -> {
                    String[] row = line.split(",", -1);
                    cells.getOrDefault(row[2], Map.of())
                            .forEach((column, value) -> row[header.indexOf(column)] = value);
                    return String.join(",", row);
                })
                .collect(Collectors.joining("\n"));
    }

    /** The downloaded workbook, read and saved by a spreadsheet library with cells filled in by milestone and column; what begins with = is a formula. */
    private byte[] filledWorkbook(Map<String, Map<String, String>> cells) throws IOException {
        List<Row> rows;
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(energy.download("/desk/sheet.xlsx")))) {
            rows = workbook.getFirstSheet().read();
        }
        List<String> header =
                rows.getFirst().stream().map(cell -> cell.getText()).toList();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "An office", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Report");
            for (int row = 0; row < rows.size(); row++) {
                Map<String, String> said = cells.getOrDefault(rows.get(row).getCellText(2), Map.of());
                for (int column = 0; column < header.size(); column++) {
                    String text =
                            said.getOrDefault(header.get(column), rows.get(row).getCellText(column));
                    if (text.startsWith("=")) {
                        sheet.formula(row, column, text.substring(1));
                    } else if (row > 0 && header.get(column).equals("date") && !text.isEmpty()) {
                        sheet.value(row, column, LocalDate.parse(text));
                        sheet.style(row, column).format("yyyy-mm-dd").set();
                    } else {
                        sheet.value(row, column, text);
                    }
                }
            }
            workbook.finish();
        }
        return bytes.toByteArray();
    }

    private HttpResponse<String> upload(byte[] file) {
        var fields =
                FilledForm.of(energy.get("/desk/sheet").body(), "/desk/sheet").fields();
        return energy.upload("/desk/sheet", fields, "sheet", "march.csv", file);
    }

    private String checkOf(String csv) {
        return Browser.location(upload(csv.getBytes(UTF_8)));
    }

    private HttpResponse<String> apply(String check) {
        return energy.post(
                "/desk/sheet/apply",
                FilledForm.of(energy.get(check).body(), "/desk/sheet/apply").fields());
    }

    private static final Map<String, Map<String, String>> NEWS = Map.of(
            "rer-demo-ops", Map.of("word", "FORECAST", "date", "2027-11-30", "narrative", "A permit is late."),
            "cmi-cohort", Map.of("word", "CONFIRM"));

    @Test
    void uploading_records_nothing_and_shows_before_and_after() {
        String page = energy.get(checkOf(filled(NEWS))).body();

        assertThat(page)
                .contains(
                        "2 rows say something", "Changed: 1", "Unchanged: 1", "Nov 30, 2027", "Record the 2 good rows");
        assertThat(services.carriedOut).isEmpty();
    }

    @Test
    void the_good_rows_are_recorded_once_however_often_they_are_sent() {
        String check = checkOf(filled(NEWS));
        var form = FilledForm.of(energy.get(check).body(), "/desk/sheet/apply").fields();

        HttpResponse<String> first = energy.post("/desk/sheet/apply", form);
        HttpResponse<String> second = energy.post("/desk/sheet/apply", form);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).contains("2 entries are recorded");
        assertThat(second.body()).contains("Recorded already");
        assertThat(services.carriedOut).hasSize(2);
        assertThat(services.carriedOut).allSatisfy(sent -> {
            assertThat(sent.body().get("channel").asString()).isEqualTo("IMPORTED");
            assertThat(sent.body().get("source").asString()).startsWith("march.csv, SHA-256 ");
            assertThat(sent.commandId()).matches("sheet-[0-9a-f]{40}");
        });
    }

    @Test
    void a_workbook_that_was_changed_in_a_spreadsheet_program_is_shown_and_recorded() throws IOException {
        String check = Browser.location(upload(filledWorkbook(NEWS)));

        assertThat(energy.get(check).body())
                .contains("2 rows say something", "Changed: 1", "Unchanged: 1", "Nov 30, 2027");
        assertThat(services.carriedOut).isEmpty();
        assertThat(apply(check).body()).contains("2 entries are recorded");
        assertThat(services.carriedOutNames()).containsExactlyInAnyOrder("report-forecast", "confirm-unchanged");
        assertThat(services.carriedOut)
                .filteredOn(sent -> sent.name().equals("report-forecast"))
                .singleElement()
                .satisfies(sent -> {
                    assertThat(sent.body().get("date").asString()).isEqualTo("2027-11-30");
                    assertThat(sent.body().get("narrative").asString()).isEqualTo("A permit is late.");
                });
    }

    @Test
    void a_formula_in_a_workbook_is_refused_with_its_row_and_the_other_row_can_go_alone() throws IOException {
        String check = Browser.location(upload(filledWorkbook(Map.of(
                "rer-demo-ops", Map.of("word", "FORECAST", "date", "2027-11-30", "narrative", "=1+1"),
                "cmi-cohort", Map.of("word", "CONFIRM")))));

        assertThat(energy.get(check).body()).contains("1 row cannot be read", "Row 2: Cell L2 holds a formula");
        assertThat(apply(check).body()).contains("1 entry is recorded");
        assertThat(services.carriedOutNames()).containsExactly("confirm-unchanged");
    }

    @Test
    void a_row_that_cannot_be_read_is_named_and_the_others_can_go_alone() {
        String csv = filled(Map.of(
                "rer-demo-ops", Map.of("word", "FORECAST", "date", "03/04/2027"),
                "cmi-cohort", Map.of("word", "CONFIRM")));
        String check = checkOf(csv);

        assertThat(energy.get(check).body()).contains("1 row cannot be read", "Row 2, date: ", "could be two days");
        assertThat(apply(check).body()).contains("1 entry is recorded", "1 row cannot be read");
        assertThat(services.carriedOutNames()).containsExactly("confirm-unchanged");
    }

    @Test
    void what_the_service_would_refuse_is_shown_with_its_column_and_not_sent() {
        services.refuses("report-forecast", 422, "TOO_EARLY", "Give a later date.", "date");
        String check = checkOf(filled(NEWS));

        assertThat(energy.get(check).body()).contains("Refused", "date: ", "Give a later date.", "Record the good row");
        assertThat(apply(check).body()).contains("1 entry is recorded", "Give a later date.");
        assertThat(services.carriedOutNames()).containsExactly("confirm-unchanged");
    }

    @Test
    void a_milestone_that_moved_meanwhile_is_shown_with_what_is_on_file_now() {
        String csv = filled(NEWS);
        services.moves("rer-demo-ops", LocalDate.of(2028, 1, 31));

        String page = energy.get(checkOf(csv)).body();

        assertThat(page).contains("Moved meanwhile", "by now it is", "Jan 31, 2028", "Record the good row");
    }

    @Test
    void a_file_that_cannot_be_taken_is_answered_in_a_sentence() {
        HttpResponse<String> empty = upload(new byte[0]);
        HttpResponse<String> pdf = upload("%PDF-1.7".getBytes(UTF_8));
        HttpResponse<String> large = upload(new byte[5 * 1024 * 1024 + 1]);

        assertThat(List.of(empty, pdf, large)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("Nothing was taken");
        });
        assertThat(pdf.body()).contains("This is a PDF");
        assertThat(large.body()).contains("more than 5 MB");
    }

    @Test
    void what_is_far_too_large_is_answered_by_a_page_of_its_own() {
        HttpResponse<String> answer = upload(new byte[7 * 1024 * 1024]);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("The file is too large", "5,000 rows");
    }

    @Test
    void an_upload_is_its_sessions_own_and_needs_the_forms_token() {
        String check = checkOf(filled(NEWS));
        Browser other = RunningWeb.browser();
        other.signIn("/", "energy", "ENERGY", "AGENCY_STAFF");

        assertThat(other.get(check).statusCode()).isEqualTo(404);
        assertThat(other.get(check).body()).contains("no longer kept");
        assertThat(energy.upload(
                                "/desk/sheet",
                                List.of(),
                                "sheet",
                                "march.csv",
                                filled(NEWS).getBytes(UTF_8))
                        .statusCode())
                .isEqualTo(403);
        Browser czar = RunningWeb.browser();
        czar.signIn("/", "czar", null, "CZAR");
        assertThat(czar.get("/desk/sheet.xlsx").statusCode()).isEqualTo(403);
        assertThat(services.carriedOut).isEmpty();
    }

    @Test
    void a_form_of_another_kind_is_not_an_upload() {
        var fields =
                FilledForm.of(energy.get("/desk/sheet").body(), "/desk/sheet").fields();
        assertThat(energy.post("/desk/sheet", fields).statusCode()).isEqualTo(415);
    }

    @Test
    void a_submission_whose_signature_does_not_hold_is_refused() {
        String forged =
                "central-command/submission/1\nfile x\nsha256 " + "0".repeat(64) + "\nkey x\n\nrows\n\n\u2014 x y\n";
        assertThat(upload(forged.getBytes(UTF_8)).statusCode()).isEqualTo(422);
        assertThat(services.carriedOut).isEmpty();
    }

    @Test
    void a_signed_file_shows_its_office_and_a_key_that_is_new_here() throws IOException {
        byte[] signed = Files.readAllBytes(Path.of("src/test/resources/sheets/signed.submission"));

        String page = energy.get(Browser.location(upload(signed))).body();

        assertThat(page)
                .contains("Signed by doe-lpo", "a342-42b3-ec96-b46d-9cf2-e5a8-f825-cd7c", "this key is new here")
                .contains("m.csv, SHA-256 e6706d1b");
        byte[] onTheWay = new String(signed, UTF_8).replace("\n", "\r\n").getBytes(UTF_8);
        assertThat(energy.get(Browser.location(upload(onTheWay))).body())
                .contains("Signed by doe-lpo", "m.csv, SHA-256 e6706d1b");
        signed[signed.length / 2] ^= 1;
        assertThat(upload(signed).body()).contains("Nothing was taken");
    }
}
