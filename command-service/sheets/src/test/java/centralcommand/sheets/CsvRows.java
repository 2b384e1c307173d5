package centralcommand.sheets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A sheet of one row, cell by cell. */
final class CsvRows {
    static final String HEADER =
            Arrays.stream(Column.values()).map(Column::header).collect(Collectors.joining(","));

    private final Map<Column, String> cells = new EnumMap<>(Map.of(
            Column.PROGRAM_ID, "rer-upton",
            Column.MILESTONE_ID, "rer-demo-ops",
            Column.WORD, "FORECAST",
            Column.DATE, "2027-06-30",
            Column.VERSION, "4"));

    static CsvRows forecast() {
        return new CsvRows();
    }

    CsvRows with(Column column, String value) {
        cells.put(column, value);
        return this;
    }

    String row() {
        return Arrays.stream(Column.values())
                .map(column -> cells.getOrDefault(column, ""))
                .collect(Collectors.joining(","));
    }

    byte[] bytes() {
        return (HEADER + "\n" + row() + "\n").getBytes(UTF_8);
    }

    Reading read() {
        return SheetReader.read(bytes());
    }
}
