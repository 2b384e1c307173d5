package centralcommand.sheets;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a sheet that {@link SheetReader} reads. */
public final class SheetWriter {
    private static final String DAY_FORMAT = "yyyy-mm-dd";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String ALLOWED = "Allowed";
    /** Rows below the last one that still offer choices and take days. */
    private static final int SPARE_ROWS = 50;

    private SheetWriter() {}

    /** A workbook: the rows under a frozen header, and a second sheet that says what may be written into each column. */
    public static byte[] xlsx(List<Line> lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Central Command", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Report");
            Worksheet allowed = workbook.newWorksheet(ALLOWED);
            header(sheet);
            int last = Math.max(1, lines.size()) + SPARE_ROWS;
            for (Column column : Column.values()) {
                column(sheet, allowed, column, last);
            }
            for (int i = 0; i < lines.size(); i++) {
                row(sheet, i + 1, lines.get(i));
            }
            workbook.finish();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    private static void header(Worksheet sheet) {
        for (Column column : Column.values()) {
            sheet.value(0, column.ordinal(), column.header());
        }
        sheet.range(0, 0, 0, Column.values().length - 1).style().bold().set();
        sheet.freezePane(0, 1);
    }

    private static void column(Worksheet sheet, Worksheet allowed, Column column, int last) {
        int place = column.ordinal();
        sheet.width(place, column.width());
        if (column.holdsDay()) {
            sheet.range(1, place, last, place).style().format(DAY_FORMAT).set();
        }
        allowed.value(0, place, column.header());
        allowed.value(1, place, column.purpose());
        for (int i = 0; i < column.allowed().size(); i++) {
            allowed.value(2 + i, place, column.allowed().get(i));
        }
        if (!column.allowed().isEmpty()) {
            sheet.range(1, place, last, place)
                    .validateWithList(
                            allowed.range(2, place, 1 + column.allowed().size(), place));
        }
    }

    private static void row(Worksheet sheet, int row, Line line) {
        for (Column column : Column.values()) {
            LocalDate day = line.day(column);
            if (day != null) {
                sheet.value(row, column.ordinal(), day);
            } else if (column == Column.VERSION) {
                sheet.value(row, column.ordinal(), line.version());
            } else if (!line.text(column).isEmpty()) {
                sheet.value(row, column.ordinal(), line.text(column));
            }
        }
    }

    /** CSV in UTF-8 with a byte order mark, without which Excel takes it for another encoding. */
    public static byte[] csv(List<Line> lines) {
        return (BYTE_ORDER_MARK + text(lines, LineDelimiter.CRLF)).getBytes(UTF_8);
    }

    /** The same rows as text that is equal whenever the rows are. */
    public static String plain(List<Line> lines) {
        return text(lines, LineDelimiter.LF);
    }

    private static String text(List<Line> lines, LineDelimiter delimiter) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(delimiter).build(text)) {
            csv.writeRecord(Arrays.stream(Column.values()).map(Column::header).toList());
            for (Line line : lines) {
                csv.writeRecord(Arrays.stream(Column.values())
                        .map(column -> FormulaGuard.guarded(line.text(column)))
                        .toList());
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return text.toString();
    }
}
