package centralcommand.sheets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The cells of the first sheet of a workbook. */
final class XlsxCells {
    /** Serial numbers of 2000 and 2199: what lies outside is a year or a count typed into a column of days. */
    private static final int FIRST_SERIAL = 36_526;

    private static final int LAST_SERIAL = 109_575;

    private XlsxCells() {}

    static Grid read(byte[] bytes) throws Unreadable {
        byte[] safe = SafeZip.repacked(bytes);
        List<Grid.Row> rows = new ArrayList<>();
        try (ReadableWorkbook workbook =
                        new ReadableWorkbook(new ByteArrayInputStream(safe), new ReadingOptions(true, true));
                Stream<Row> stream = workbook.getFirstSheet().openStream()) {
            for (Iterator<Row> each = stream.iterator(); each.hasNext(); ) {
                Grid.Row row = row(each.next());
                if (!row.empty()) {
                    rows.add(row);
                    SheetReader.requireFewer(rows.size());
                }
            }
        } catch (IOException | RuntimeException damaged) {
            throw damaged();
        }
        return new Grid(rows);
    }

    static Unreadable damaged() {
        return new Unreadable(
                "The workbook cannot be read: it is damaged. Open it, save it anew as .xlsx, and send that.");
    }

    private static Grid.Row row(Row row) throws Unreadable {
        if (row.getCellCount() > SheetReader.MOST_COLUMNS) {
            throw SheetReader.tooWide(row.getRowNum());
        }
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            org.dhatim.fastexcel.reader.Cell found = row.getCell(i);
            cells.add(found == null ? Cell.EMPTY : cell(found));
        }
        return new Grid.Row(row.getRowNum(), cells);
    }

    private static Cell cell(org.dhatim.fastexcel.reader.Cell found) {
        if (found.getType() == CellType.FORMULA || found.getFormula() != null) {
            return Cell.faulty("Cell " + found.getAddress()
                    + " holds a formula, and formulas are not taken: write its value instead (paste special, values).");
        }
        return switch (found.getType()) {
            case ERROR -> Cell.faulty("Cell " + found.getAddress() + " shows an error: write its value instead.");
            case NUMBER -> number(found);
            case BOOLEAN -> Cell.of(String.valueOf(found.asBoolean()));
            case STRING -> Cell.of(found.asString());
            case EMPTY, FORMULA -> Cell.EMPTY;
        };
    }

    private static Cell number(org.dhatim.fastexcel.reader.Cell found) {
        BigDecimal number = found.asNumber();
        if (Math.abs((long) number.scale()) > SheetBounds.LONGEST_NUMBER) {
            return Cell.faulty("Cell " + found.getAddress() + " holds a number with more zeros than any column takes.");
        }
        if (formatsDays(found.getDataFormatId(), found.getDataFormatString())) {
            return Cell.of(found.asDate().toLocalDate());
        }
        return Cell.of(number.stripTrailingZeros().toPlainString());
    }

    /** The day of a serial number that is not formatted as one; absent where it can hardly be meant so. */
    static @Nullable LocalDate serialDay(String number) {
        if (!number.matches("[0-9]{5,6}")) {
            return null;
        }
        int serial = Integer.parseInt(number);
        // Day 60 was 1900-02-29, which never was; all that count here lie after it.
        return serial < FIRST_SERIAL || serial > LAST_SERIAL
                ? null
                : LocalDate.of(1899, 12, 30).plusDays(serial);
    }

    private static boolean formatsDays(@Nullable Integer id, @Nullable String format) {
        if (id != null && ((id >= 14 && id <= 17) || id == 22)) {
            return true;
        }
        if (format == null) {
            return false;
        }
        String bare = format.replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "").toLowerCase(java.util.Locale.ROOT);
        return bare.contains("y") || bare.contains("d");
    }
}
