package centralcommand.sheets;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent is answered in a sentence, soon, and within the memory of a test. */
class HostileFilesTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    private static String refusal(byte[] bytes) {
        Reading reading = Assertions.assertTimeoutPreemptively(SOON, () -> SheetReader.read(bytes));
        assertThat(reading.refused()).isTrue();
        assertThat(reading.lines()).isEmpty();
        assertThat(reading.problems()).hasSize(1);
        return reading.problems().getFirst().sentence();
    }

    /** The parts of a workbook that is as it should be. */
    private static Map<String, byte[]> parts() throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (var in = new java.util.zip.ZipInputStream(
                new java.io.ByteArrayInputStream(SafeZip.repacked(SheetWriter.xlsx(Samples.ALL))))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        } catch (Unreadable unexpected) {
            throw new IllegalStateException(unexpected);
        }
        return parts;
    }

    private static byte[] packed(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                out.putNextEntry(new ZipEntry(part.getKey()));
                out.write(part.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] with(String name, String content) throws IOException {
        Map<String, byte[]> parts = parts();
        parts.put(name, content.getBytes(UTF_8));
        return packed(parts);
    }

    @Test
    void the_workbook_that_the_hostile_ones_are_made_of_is_taken() throws IOException {
        assertThat(SheetReader.read(packed(parts())).lines()).isEqualTo(Samples.ALL);
    }

    @Test
    void a_file_of_five_megabytes_is_looked_at_and_one_byte_more_is_not() {
        assertThat(refusal(new byte[SheetReader.MOST_BYTES])).doesNotContain("more than 5 MB");
        assertThat(refusal(new byte[SheetReader.MOST_BYTES + 1])).contains("more than 5 MB");
    }

    /** Deflate packs at most 1,032 to one, so this is about as much as the largest file that is looked at can hold. */
    @Test
    void gigabytes_in_a_small_file_are_not_unpacked() throws IOException {
        int pieces = 70;
        byte[] piece = packedZeros(64 * 1024 * 1024);
        byte[] packed = new byte[pieces * piece.length];
        IntStream.range(0, pieces).forEach(i -> System.arraycopy(piece, 0, packed, i * piece.length, piece.length));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(bytes)) {
            ZipArchiveEntry entry = new ZipArchiveEntry(SHEET);
            entry.setMethod(ZipEntry.DEFLATED);
            entry.setSize(pieces * 64L * 1024 * 1024);
            entry.setCompressedSize(packed.length);
            entry.setCrc(0);
            out.addRawArchiveEntry(entry, new java.io.ByteArrayInputStream(packed));
        }
        assertThat(bytes.size()).isBetween(4_000_000, SheetReader.MOST_BYTES);
        assertThat(refusal(bytes.toByteArray())).contains("unpacks to far more");
    }

    @Test
    void what_shrinks_as_nothing_honest_does_is_not_unpacked_even_if_it_is_small() throws IOException {
        assertThat(refusal(with("xl/theme/theme1.xml", " ".repeat(2 * 1024 * 1024))))
                .contains("unpacks to far more");
    }

    private static byte[] packedZeros(int count) {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(new byte[count]);
        byte[] out = new byte[256 * 1024];
        int length = deflater.deflate(out, 0, out.length, Deflater.FULL_FLUSH);
        deflater.end();
        return java.util.Arrays.copyOf(out, length);
    }

    @Test
    void a_million_rows_are_not_read() throws IOException {
        StringBuilder xml = new StringBuilder(
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        for (int row = 1; row <= 1_000_000; row++) {
            xml.append("<row r=\"")
                    .append(row)
                    .append("\"><c><v>")
                    .append(row * 7919L)
                    .append("</v></c></row>");
        }
        byte[] sheet = with(SHEET, xml.append("</sheetData></worksheet>").toString());
        assertThat(refusal(sheet)).matches(".*(unpacks to far more|more than).*");
    }

    @Test
    void five_thousand_rows_are_read_and_one_more_is_not() {
        assertThat(SheetReader.read(rows(5_000)).lines()).hasSize(5_000);
        assertThat(refusal(rows(5_001))).contains("more than 5,000 rows");
    }

    private static byte[] rows(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i ->
                        CsvRows.forecast().with(Column.MILESTONE_ID, "m-" + i).row())
                .collect(Collectors.joining("\n", CsvRows.HEADER + "\n", "\n"))
                .getBytes(UTF_8);
    }

    @Test
    void many_parts_are_not_unpacked() throws IOException {
        Map<String, byte[]> parts = parts();
        IntStream.range(0, SafeZip.MOST_ENTRIES).forEach(i -> parts.put("xl/media/" + i + ".png", new byte[] {1}));
        assertThat(refusal(packed(parts))).contains("more than 200 parts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"})
    void a_billion_laughs_are_not_expanded(String part) throws IOException {
        String laughs = IntStream.rangeClosed(1, 9)
                .mapToObj(i -> "<!ENTITY l" + i + " \"" + ("&l" + (i - 1) + ";").repeat(10) + "\">")
                .collect(Collectors.joining(
                        "", "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY l0 \"ha\">", "]><x>&l9;</x>"));
        assertThat(refusal(with(part, laughs))).contains("XML entities");
    }

    @Test
    void an_entity_hidden_in_another_encoding_is_not_read() throws IOException {
        Map<String, byte[]> parts = parts();
        parts.put(SHEET, "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><x/>".getBytes(UTF_16LE));
        assertThat(refusal(packed(parts))).contains("not written in UTF-8");
        assertThat(refusal(with(SHEET, "<?xml version=\"1.0\" encoding=\"IBM037\"?><x/>")))
                .contains("not written in UTF-8");
    }

    @Test
    void a_part_that_is_there_twice_is_refused_before_two_readers_differ() throws IOException {
        Map<String, byte[]> parts = parts();
        parts.put("XL/Workbook.xml", new byte[0]);
        assertThat(refusal(packed(parts))).contains("twice");
    }

    @Test
    void formulas_are_refused_with_their_cell() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            var sheet = workbook.newWorksheet("Report");
            for (Column column : Column.values()) {
                sheet.value(0, column.ordinal(), column.header());
                sheet.value(1, column.ordinal(), "x");
            }
            sheet.formula(1, Column.DATE.ordinal(), "TODAY()+30");
            workbook.finish();
        }
        assertThat(SheetReader.read(bytes.toByteArray()).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.inWords()).startsWith("Row 2: Cell G2 holds a formula"));
        assertThat(CsvRows.forecast().with(Column.DATE, "=TODAY()").read().problems())
                .extracting(Problem::sentence)
                .singleElement()
                .asString()
                .startsWith("Cell G2 holds a formula");
    }

    /** As spreadsheet programs save them, with the value last worked out beside each: a plain one, a link, and one that two cells share. */
    @Test
    void formulas_are_refused_whatever_value_is_stored_beside_them() throws IOException {
        Reading reading = SheetReader.read(Samples.file("formulas.xlsx"));

        assertThat(reading.lines()).isEmpty();
        assertThat(reading.problems())
                .extracting(Problem::inWords)
                .satisfiesExactly(
                        date -> assertThat(date).startsWith("Row 2: Cell G2 holds a formula"),
                        link -> assertThat(link).startsWith("Row 3: Cell L3 holds a formula"),
                        first -> assertThat(first).startsWith("Row 4: Cell L4 holds a formula"),
                        second -> assertThat(second).startsWith("Row 5: Cell L5 holds a formula"));
    }

    @Test
    void serial_numbers_are_days_also_in_workbooks_that_count_from_1904() throws IOException {
        String sheet = new String(parts().get(SHEET), UTF_8);
        assertThat(sheet).contains("46568");
        String workbook = new String(parts().get("xl/workbook.xml"), UTF_8);
        Map<String, byte[]> parts = parts();
        String from1904 = workbook.replaceFirst("<workbookPr[^>]*>", "<workbookPr date1904=\"1\"/>");
        assertThat(from1904).contains("date1904=\"1\"");
        parts.put("xl/workbook.xml", from1904.getBytes(UTF_8));
        assertThat(SheetReader.read(packed(parts)).lines().getFirst().date())
                .isEqualTo(java.time.LocalDate.of(2027, 6, 30).plusDays(1_462));
        assertThat(CsvRows.forecast()
                        .with(Column.DATE, "46568")
                        .read()
                        .lines()
                        .getFirst()
                        .date())
                .isEqualTo(Samples.FORECAST.date());
    }

    @Test
    void encodings_are_told_in_a_sentence() {
        String text = CsvRows.HEADER + "\n"
                + CsvRows.forecast().with(Column.NARRATIVE, "naïve").row();
        assertThat(refusal(text.getBytes(UTF_16LE))).contains("UTF-16");
        assertThat(refusal(("\uFEFF" + text).getBytes(UTF_16LE))).contains("UTF-16");
        assertThat(refusal(text.getBytes(Charset.forName("windows-1252")))).contains("Line 2", "Windows-1252");
    }

    @Test
    void files_of_other_kinds_are_named() throws IOException {
        assertThat(refusal(new byte[0])).contains("empty");
        assertThat(refusal(" \n".getBytes(UTF_8))).contains("empty");
        assertThat(refusal("%PDF-1.7 x".getBytes(UTF_8))).contains("PDF");
        assertThat(refusal(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0}))
                .contains(".xls", "password");
        assertThat(refusal(packed(Map.of("word/document.xml", new byte[0])))).contains("no Excel workbook");
        assertThat(refusal(with("xl/vbaProject.bin", "x"))).contains("macros");
        assertThat(refusal(new byte[] {'P', 'K', 3, 4, 9, 9, 9})).contains("workbook");
        assertThat(refusal(with(SHEET, "<worksheet><sheetData><row"))).contains("cannot be read");
    }

    private static byte[] cells(String cells) throws IOException {
        return with(
                SHEET,
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\">"
                        + cells + "</row></sheetData></worksheet>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CW1", "XFD1", "ZZZ1"})
    void no_room_is_made_for_a_cell_far_to_the_right(String address) throws IOException {
        assertThat(refusal(cells("<c r=\"" + address + "\"><v>1</v></c>"))).contains("Row 1 has more than 100 cells");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c r=\"ZZZZZZ1\"><v>1</v></c>",
                "<c r=\"$ZZZZZZ1\"><v>1</v></c>",
                "<c r=\"$A$1\"><v>1</v></c>",
                "<f><c r=\"ZZZ1\"><v>1</v></c></f>",
                "<c r=\"A1\"><v><c r=\"ZZZ1\"/></v></c>",
                "<c xmlns:x=\"u\" x:r=\"A1\" r=\"ZZZ1\"><v>1</v></c>",
                "<c xmlns:x=\"u\" r=\"ZZZ1\" x:r=\"A1\"><v>1</v></c>",
                "<c xmlns:x=\"u\" r=\"A1\" x:t=\"s\"><v>1</v></c>"
            })
    void an_address_that_two_readers_might_read_differently_is_read_by_none(String cell) throws IOException {
        assertThat(refusal(cells(cell))).contains("it is damaged");
    }

    @Test
    void cells_without_an_address_are_counted() throws IOException {
        assertThat(refusal(cells("<c/>".repeat(101)))).contains("Row 1 has more than 100 cells");
        String rows = ("<row>" + "<c/>".repeat(100) + "</row>").repeat(5_001);
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> SheetBounds.check(("<sheetData>" + rows + "</sheetData>").getBytes(UTF_8)))
                .withMessageContaining("more than 500,000 cells");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E999999999", "1E-999999999", "-1E2147483640", "1E61"})
    void a_number_is_not_written_out_with_a_billion_zeros(String number) throws IOException {
        String sheet = new String(parts().get(SHEET), UTF_8);
        String changed = sheet.replaceFirst("<v>46568[.0]*</v>", "<v>" + number + "</v>");
        assertThat(changed).isNotEqualTo(sheet);
        Reading reading = Assertions.assertTimeoutPreemptively(SOON, () -> SheetReader.read(with(SHEET, changed)));
        assertThat(reading.problems())
                .extracting(Problem::sentence)
                .anySatisfy(sentence -> assertThat(sentence).contains("number with more zeros than any column takes"));
    }

    @Test
    void a_number_of_a_million_digits_is_not_worked_out() throws IOException {
        assertThat(refusal(cells("<c r=\"B1\"><v>" + "12345".repeat(200_000) + "</v></c>")))
                .contains("Cell B1 holds a number of more than 60 characters");
    }

    @Test
    void formulas_that_cost_more_than_a_look_are_not_looked_at() throws IOException {
        String array = "<row><c><f t=\"array\" ref=\"A1:B2\">1</f><v>1</v></c></row>";
        assertThat(refusal(cells("</row>" + array.repeat(101) + "<row>"))).contains("full of formulas");
        String shared = "<row><c><f t=\"shared\" si=\"0\"/><v>1</v></c></row>";
        assertThat(refusal(cells("<c><f t=\"shared\" ref=\"A1:A999\" si=\"0\">A1+A1</f><v>1</v></c></row>"
                        + shared.repeat(100) + "<row>")))
                .contains("full of formulas");
        assertThat(refusal(cells("<c r=\"A1\"><f t=\"shared\" ref=\"A1:A9\" si=\"0\">" + "A1+".repeat(3_000)
                        + "1</f><v>1</v></c>")))
                .contains("full of formulas");
    }

    @Test
    void a_header_that_is_another_is_told_column_by_column() {
        String header = CsvRows.HEADER.replace("narrative", "remarks").replace("cause,", "date,");
        assertThat(refusal((header + "\n").getBytes(UTF_8)))
                .contains("missing is cause, narrative", "unknown is \"remarks\"", "there twice is date");
    }

    @Test
    void a_row_without_end_is_not_read() {
        assertThat(refusal((CsvRows.HEADER + "\n" + ",".repeat(200_000)).getBytes(UTF_8)))
                .contains("no CSV");
        assertThat(refusal((CsvRows.HEADER + "\n\"" + "x".repeat(3_000_000)).getBytes(UTF_8)))
                .contains("no CSV");
    }
}
