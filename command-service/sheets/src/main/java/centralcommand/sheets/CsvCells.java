package centralcommand.sheets;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;

/** The cells of a CSV file (RFC 4180, UTF-8; semicolons as some countries' Excel writes them). */
final class CsvCells {
    private static final int LONGEST_FIELD = 65_536;
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String SAVE_AS = " Save it as \"CSV UTF-8\" and send that.";

    private CsvCells() {}

    static Grid read(byte[] bytes) throws Unreadable {
        String text = decoded(bytes);
        List<Grid.Row> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(4 * LONGEST_FIELD)
                .build(
                        CsvRecordHandler.of(bounds ->
                                bounds.maxFields(SheetReader.MOST_COLUMNS).maxFieldSize(LONGEST_FIELD)),
                        text)) {
            int number = 0;
            for (CsvRecord found : reader) {
                number++;
                Grid.Row row = row(number, found.getFields());
                if (!row.empty()) {
                    rows.add(row);
                    SheetReader.requireFewer(rows.size());
                }
            }
        } catch (CsvParseException | IOException broken) {
            throw new Unreadable(
                    "After row " + (rows.isEmpty() ? 0 : rows.getLast().number())
                            + " the file is no CSV: a quotation mark is missing or out of place, or there are far too many cells in a row."
                            + SAVE_AS);
        }
        return new Grid(rows);
    }

    private static Grid.Row row(int number, List<String> fields) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            cells.add(cell(fields.get(i), number, i));
        }
        return new Grid.Row(number, cells);
    }

    private static Cell cell(String field, int row, int column) {
        if (field.startsWith("=")) {
            return Cell.faulty("Cell " + letters(column) + row
                    + " holds a formula, and formulas are not taken: write its value instead.");
        }
        return Cell.of(FormulaGuard.taken(field));
    }

    private static String letters(int column) {
        String letters = "";
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters = (char) ('A' + rest % 26) + letters;
        }
        return letters;
    }

    private static char separator(String text) {
        int end = text.indexOf('\n');
        String header = end < 0 ? text : text.substring(0, end);
        return header.indexOf(',') < 0 && header.indexOf(';') >= 0 ? ';' : ',';
    }

    private static String decoded(byte[] bytes) throws Unreadable {
        boolean wide = bytes.length > 1
                && (((bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe)
                        || ((bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff)
                        || bytes[0] == 0
                        || bytes[1] == 0);
        if (wide) {
            throw new Unreadable("The file is written in UTF-16 (\"Unicode text\")." + SAVE_AS);
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            String text = UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(in)
                    .toString();
            if (text.indexOf(0) >= 0) {
                throw new Unreadable("The file is neither a workbook nor text." + SAVE_AS);
            }
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            long line = new String(bytes, 0, in.position(), UTF_8)
                            .chars()
                            .filter(each -> each == '\n')
                            .count()
                    + 1;
            throw new Unreadable("Line " + line
                    + " is not UTF-8 text; it is probably Windows-1252, which other machines misread." + SAVE_AS);
        }
    }
}
