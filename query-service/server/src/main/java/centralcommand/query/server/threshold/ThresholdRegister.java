package centralcommand.query.server.threshold;

import centralcommand.command.contract.program.Regime;
import centralcommand.query.contract.threshold.Measure;
import centralcommand.query.contract.threshold.Thresholds.Threshold;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The limits that are known, with the days from which and to which they hold. A limit that is changed keeps its old line with a last day and
 * gets a new one, so that an old board is judged by what held then.
 */
final class ThresholdRegister {
    static final List<Threshold> ALL = read();

    private ThresholdRegister() {}

    private static List<Threshold> read() {
        try (InputStream file = Objects.requireNonNull(
                        ThresholdRegister.class.getResourceAsStream("thresholds.csv"), "The register is missing.");
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return rows.stream().map(ThresholdRegister::threshold).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Threshold threshold(NamedCsvRecord row) {
        return new Threshold(
                row.getField("id"),
                row.getField("title"),
                Measure.valueOf(row.getField("measure")),
                Integer.parseInt(row.getField("months")),
                Integer.parseInt(row.getField("days")),
                day(row.getField("from")),
                day(row.getField("to")),
                Regime.valueOf(row.getField("applies_to")),
                row.getField("citation"),
                row.getField("asks"));
    }

    private static @Nullable LocalDate day(String field) {
        return field.isEmpty() ? null : LocalDate.parse(field);
    }
}
