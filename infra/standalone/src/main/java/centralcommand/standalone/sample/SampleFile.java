package centralcommand.standalone.sample;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The files that an import takes, in the order in which facts of one day are sent; the shipped README says what their
 * columns mean.
 */
enum SampleFile {
    SOURCES("sources.csv", "source_id", "source_id title", "publisher date address accessed_as kind"),
    PROGRAMS(
            "programs.csv",
            "program_id",
            "program_id name performer lead_agency line_of_effort stage description source_id",
            "actual_lead supporting_agencies state_or_country start_date start_precision confidence stated_on sponsor"),
    FUNDING(
            "funding.csv",
            "line_id",
            "line_id program_id instrument agency column source_id",
            "authority amount_usd status date note confidence column_basis replaces part_of"),
    MILESTONES(
            "milestones.csv",
            "milestone_id",
            "program_id milestone_id title source_id",
            "baseline_date baseline_stated_on precision as_stated confidence"),
    MILESTONE_UPDATES(
            "milestone_updates.csv",
            null,
            "milestone_id report_kind source_id",
            "reported_on forecast_date actual_date precision as_stated cause cause_basis confidence"),
    CAPACITY(
            "capacity.csv",
            "capacity_id",
            "capacity_id program_id material stage tonnes_per_year kind source_id",
            "expected_year note confidence includes supersedes stated_on"),
    TARGETS(
            "targets.csv",
            "target_id",
            "target_id material stage basis kind source_id",
            "year tonnes_per_year confidence"),
    DEPENDENCIES(
            "dependencies.csv",
            "dependency_id",
            "dependency_id to_program kind source_id",
            "from_program from_milestone external_party to_milestone note confidence stated_on");

    /** Files of the same collection that nothing here holds yet, and what they would need. */
    static final List<NotUsed> NOT_USED_YET = List.of(
            new NotUsed("agreements.csv", "not used yet: agreements between countries have no command."),
            new NotUsed("prices.csv", "not used yet: prices have no command."));

    private final String fileName;
    private final @Nullable String key;
    private final List<String> required;
    private final List<String> optional;

    SampleFile(String fileName, @Nullable String key, String required, String optional) {
        this.fileName = fileName;
        this.key = key;
        this.required = List.of(required.split(" "));
        this.optional = List.of(optional.split(" "));
    }

    /** A file that was not taken, and why. */
    record NotUsed(String file, String reason) {}

    static Optional<SampleFile> named(String fileName) {
        return Arrays.stream(values())
                .filter(file -> file.fileName.equals(fileName))
                .findFirst();
    }

    String fileName() {
        return fileName;
    }

    /** The column that names a row, where rows have a name. */
    @Nullable
    String key() {
        return key;
    }

    /** Columns without which the file says nothing. */
    List<String> required() {
        return required;
    }

    /** Columns that count as blank where they are missing. */
    List<String> optional() {
        return optional;
    }
}
