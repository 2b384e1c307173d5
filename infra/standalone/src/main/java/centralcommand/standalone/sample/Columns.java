package centralcommand.standalone.sample;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The column that a field of a command was read from. */
final class Columns {
    private static final Map<String, String> EVERYWHERE = Map.of(
            "leadOrganization", "actual_lead",
            "place", "state_or_country",
            "startsOn", "start_date",
            "payer", "agency",
            "amount", "amount_usd",
            "sourceWord", "status",
            "narrative", "cause",
            "source", "source_id",
            "evidence", "source_id",
            "tonnes", "tonnes_per_year");

    private static final Map<SampleFile, Map<String, String>> IN_FILE = Map.of(
            SampleFile.FUNDING, Map.of("fundingId", "line_id", "statedOn", "date"),
            SampleFile.MILESTONES, Map.of("date", "baseline_date", "statedOn", "baseline_stated_on"),
            SampleFile.MILESTONE_UPDATES, Map.of("statedOn", "reported_on"),
            SampleFile.CAPACITY, Map.of("year", "expected_year"),
            SampleFile.DEPENDENCIES, Map.of("linkId", "dependency_id"));

    private Columns() {}

    /** @param field as a problem names it, e.g. {@code milestones[0].date}; none where no column fits */
    static @Nullable String of(Row row, @Nullable String field) {
        if (field == null) {
            return null;
        }
        String name = field.substring(field.lastIndexOf('.') + 1);
        if (row.file() == SampleFile.MILESTONE_UPDATES && "date".equals(name)) {
            return row.optional("actual_date") == null ? "forecast_date" : "actual_date";
        }
        String inFile = IN_FILE.getOrDefault(row.file(), Map.of()).get(name);
        String column = inFile == null ? EVERYWHERE.getOrDefault(name, snake(name)) : inFile;
        return row.file().required().contains(column) || row.file().optional().contains(column) ? column : null;
    }

    private static String snake(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
