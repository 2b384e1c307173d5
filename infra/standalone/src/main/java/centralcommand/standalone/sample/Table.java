package centralcommand.standalone.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A file whose form is right: rows under known columns, each named once.
 *
 * @param found rows that the file holds, usable or not
 */
record Table(SampleFile file, List<Row> rows, int found) {

    static Table read(SampleFile file, byte[] bytes, List<NotTaken> notTaken) {
        int before = notTaken.size();
        List<CsvText.Line> lines = CsvText.read(file.fileName(), bytes, notTaken);
        int unreadable = notTaken.size() - before;
        if (lines.isEmpty()) {
            if (unreadable == 0) {
                notTaken.add(NotTaken.file(file.fileName(), "is empty: its first line should name the columns."));
            }
            return new Table(file, List.of(), 0);
        }
        List<String> header =
                lines.getFirst().cells().stream().map(String::strip).toList();
        List<CsvText.Line> body = lines.subList(1, lines.size());
        int found = body.size() + unreadable;
        return usable(file, header, notTaken)
                ? new Table(file, rows(file, header, body, notTaken), found)
                : new Table(file, List.of(), found);
    }

    private static boolean usable(SampleFile file, List<String> header, List<NotTaken> notTaken) {
        boolean usable = true;
        Set<String> seen = new LinkedHashSet<>();
        for (String column : header) {
            boolean known = file.required().contains(column) || file.optional().contains(column);
            if (!seen.add(column) && known) {
                notTaken.add(new NotTaken(
                        file.fileName(), 1, column, "is there twice, so nothing of the file was taken: keep one."));
                usable = false;
            } else if (!known) {
                notTaken.add(new NotTaken(
                        file.fileName(),
                        1,
                        Row.quoted(column),
                        "is not a column that an import knows: its cells were left out."));
            }
        }
        for (String column : file.required()) {
            if (!seen.contains(column)) {
                notTaken.add(new NotTaken(
                        file.fileName(), 1, column, "is missing from the header, so nothing of the file was taken."));
                usable = false;
            }
        }
        String blank = file.optional().stream()
                .filter(column -> !seen.contains(column))
                .collect(Collectors.joining(", "));
        if (!blank.isEmpty()) {
            notTaken.add(new NotTaken(
                    file.fileName(), 1, blank, "is missing from the header: taken as blank in every row."));
        }
        return usable;
    }

    private static List<Row> rows(
            SampleFile file, List<String> header, List<CsvText.Line> body, List<NotTaken> notTaken) {
        List<Row> rows = new ArrayList<>();
        Map<Object, Row> named = new HashMap<>();
        for (CsvText.Line line : body) {
            Map<String, String> cells = new HashMap<>();
            for (int i = 0; i < header.size(); i++) {
                String cell = line.cells().get(i).strip();
                if (!cell.isEmpty()) {
                    cells.put(header.get(i), cell);
                }
            }
            Row row = new Row(file, line.line(), cells);
            Row first = named.putIfAbsent(name(row), row);
            if (first == null) {
                rows.add(row);
            } else {
                notTaken.add(duplicate(row, first));
            }
        }
        return rows;
    }

    /** A row is named by its key, and by all that it says where there is no key. */
    private static Object name(Row row) {
        String key = row.file().key();
        String id = key == null ? null : row.optional(key);
        return id == null ? row.cells() : id;
    }

    private static NotTaken duplicate(Row row, Row first) {
        @Nullable String key = row.file().key();
        return NotTaken.row(
                row,
                key,
                (key == null ? "says the same as line " : "has the same id as line ") + first.line()
                        + ", which was taken instead.");
    }
}
