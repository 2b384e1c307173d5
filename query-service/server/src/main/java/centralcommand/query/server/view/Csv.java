package centralcommand.query.server.view;

import com.fasterxml.jackson.annotation.JsonValue;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows as CSV, a column for each component under the name that it has in JSON; a component of a component is {@code forecast.date}.
 * Text that a spreadsheet would take for a formula gets an apostrophe in front.
 */
public final class Csv {
    public static final String TYPE = "text/csv;charset=UTF-8";

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private Csv() {}

    public static <R extends Record> String of(Class<R> type, List<R> rows) {
        StringWriter text = new StringWriter();
        try {
            write(type, rows.iterator(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Writes row by row, so that a list of any length needs the memory of one row; closes the writer. */
    public static <R extends Record> void write(Class<R> type, Iterator<R> rows, Writer to) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(to)) {
            List<String> header = new ArrayList<>();
            addNames(header, "", type);
            csv.writeRecord(header);
            while (rows.hasNext()) {
                List<String> cells = new ArrayList<>();
                addCells(cells, type, rows.next());
                csv.writeRecord(cells);
            }
        }
    }

    private static void addNames(List<String> header, String prefix, Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (isDivided(component.getType())) {
                addNames(header, prefix + component.getName() + ".", component.getType());
            } else {
                header.add(prefix + component.getName());
            }
        }
    }

    private static void addCells(List<String> cells, Class<?> type, @Nullable Object row) {
        for (RecordComponent component : type.getRecordComponents()) {
            Object value = row == null ? null : valueOf(component, row);
            if (isDivided(component.getType())) {
                addCells(cells, component.getType(), value);
            } else {
                cells.add(cell(value));
            }
        }
    }

    /** Ids and amounts of one component are one cell. */
    private static boolean isDivided(Class<?> type) {
        if (!type.isRecord()) {
            return false;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonValue.class)) {
                return false;
            }
        }
        return true;
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> number.toString();
            case Collection<?> several -> safe(several.stream().map(Csv::text).collect(Collectors.joining("; ")));
            default -> safe(text(value));
        };
    }

    private static String text(Object value) {
        if (value instanceof Record single && !isDivided(value.getClass())) {
            return String.valueOf(valueOf(single.getClass().getRecordComponents()[0], single));
        }
        return value.toString();
    }

    private static String safe(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static @Nullable Object valueOf(RecordComponent component, Object row) {
        try {
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A row of " + row.getClass() + " cannot be read.", e);
        }
    }
}
