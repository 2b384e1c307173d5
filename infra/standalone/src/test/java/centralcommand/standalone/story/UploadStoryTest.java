package centralcommand.standalone.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** An upload with a dry run and three bad rows: downloaded, filled in at a desk, shown, and the good rows recorded. */
@ExtendWith(WithSample.class)
class UploadStoryTest {
    private static final String FORECAST_OF = "rer-demo-ops";

    private final RunningSystem system;

    UploadStoryTest(RunningSystem system) {
        this.system = system;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_upload_with_a_dry_run_and_three_bad_rows(boolean scripts) throws IOException {
        LocalDate expected = Dates.TODAY.plusDays(scripts ? 200 : 230);
        try (Chromium chromium = new Chromium();
                Person energy =
                        scripts ? chromium.person(system, "energy") : chromium.personWithoutScripts(system, "energy")) {
            energy.signIn();
            Page page = energy.page();
            List<List<String>> sheet = download(energy);
            byte[] file = filledIn(sheet, expected, "No contractor has bid, told " + (scripts ? "early." : "late."));
            long before = system.api().head();

            page.locator("#sheet").setInputFiles(new FilePayload("my month.csv", "text/csv", file));
            page.locator("main form button").click();

            assertThat(page.locator("h1")).hasText("Check the sheet");
            assertThat(page.locator("#bad-title")).hasText("3 rows cannot be read");
            assertThat(page.locator("#bad li").nth(0))
                    .hasText(Pattern.compile("Row \\d+, date: \"03/04/2027\" could be two days.*"));
            assertThat(page.locator("#bad li").nth(1)).hasText(Pattern.compile("Row \\d+, cause: \"WEATHER\".*"));
            assertThat(page.locator("#bad li").nth(2)).hasText(Pattern.compile("Row \\d+, date: is empty: .*"));
            assertThat(page.locator("#counts")).containsText("2 rows say something");
            assertThat(system.api().head()).as("a dry run records nothing").isEqualTo(before);

            page.locator("#apply").click();
            assertThat(page.locator("h1")).hasText("Receipt for the sheet");
            assertThat(page.locator("#recorded")).containsText("2 entries are recorded.");
            assertThat(system.api().head()).isEqualTo(before + 2);
            seeTheFileNamedAsSource(before, expected);

            page.reload();
            assertThat(page.locator("h1")).hasText("Receipt for the sheet");
            assertThat(page.locator("main")).containsText("Recorded already");
            page.goBack();
            assertThat(page.locator("#counts")).containsText("Recorded already: 2.");
            assertThat(page.locator("#apply")).hasCount(0);
            assertThat(system.api().head())
                    .as("sent again, nothing more is recorded")
                    .isEqualTo(before + 2);
            assertThat(energy.complaints()).isEmpty();
        }
    }

    private static List<List<String>> download(Person energy) throws IOException {
        energy.open("/desk");
        energy.page().locator(".cc-sections a[href='/desk/sheet']").click();
        Download download = energy.page()
                .waitForDownload(() -> energy.page().locator("#download-csv").click());
        try (InputStream in = download.createReadStream()) {
            String csv = new String(in.readAllBytes(), UTF_8);
            assertThat(csv).startsWith("\uFEFFprogramId,");
            return CsvReader.builder().ofCsvRecord(csv.substring(1)).stream()
                    .map(CsvRecord::getFields)
                    .<List<String>>map(ArrayList::new)
                    .toList();
        }
    }

    /** One new date, one doubt, and three rows as they are filled in by mistake. */
    private static byte[] filledIn(List<List<String>> sheet, LocalDate expected, String doubt) throws IOException {
        List<String> header = sheet.getFirst();
        List<List<String>> others = sheet.subList(1, sheet.size()).stream()
                .filter(row -> !row.get(2).equals(FORECAST_OF))
                .toList();
        List<String> moved = sheet.stream()
                .filter(row -> row.get(2).equals(FORECAST_OF))
                .findFirst()
                .orElseThrow();
        fill(header, moved, Map.of("word", "FORECAST", "date", expected.toString(), "source", "Board minutes"));
        fill(header, others.get(0), Map.of("word", "FORECAST", "date", "03/04/2027"));
        fill(header, others.get(1), Map.of("word", "DOUBT", "narrative", "Rain.", "cause", "WEATHER"));
        fill(header, others.get(2), Map.of("word", "FORECAST", "narrative", "Soon."));
        fill(header, others.get(3), Map.of("word", "DOUBT", "narrative", doubt, "cause", "WORKFORCE"));
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            sheet.forEach(csv::writeRecord);
        }
        return text.toString().getBytes(UTF_8);
    }

    private static void fill(List<String> header, List<String> row, Map<String, String> cells) {
        cells.forEach((column, value) -> row.set(header.indexOf(column), value));
    }

    private void seeTheFileNamedAsSource(long before, LocalDate expected) {
        List<JsonNode> recorded = system.api()
                .query("energy", "/api/events?limit=10&after=" + before + "&minPosition=" + (before + 2))
                .expecting(200)
                .rows();
        assertThat(recorded).hasSize(2).allSatisfy(event -> {
            assertThat(event.at("/provenance/channel").asString()).isEqualTo("IMPORTED");
            assertThat(event.at("/provenance/source").asString()).contains("my month.csv, SHA-256 ");
        });
        assertThat(recorded)
                .anySatisfy(event -> assertThat(event.get("payload").asString()).contains(expected.toString()));
    }
}
