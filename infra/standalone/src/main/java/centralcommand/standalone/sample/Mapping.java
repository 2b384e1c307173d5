package centralcommand.standalone.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows of a folder as commands: pure, so that what an import would ask can be looked at without a server. */
final class Mapping {
    private static final Set<String> STATED_COLUMNS = Set.of("stated_on", "baseline_stated_on", "reported_on", "date");

    private final Map<SampleFile, Table> tables;
    private final Folder folder;
    private final List<Step> steps = new ArrayList<>();
    private final List<NotTaken> notTaken;

    private Mapping(Map<SampleFile, Table> tables, List<NotTaken> notTaken) {
        this.tables = tables;
        this.folder = new Folder(tables.containsKey(SampleFile.SOURCES));
        this.notTaken = notTaken;
    }

    /** What a row says; it may be nothing but a remark for other rows. */
    interface Reading {
        List<Step> steps(Row row) throws UnusableCellException;
    }

    /** The commands that the rows ask for, in the order of the files; what cannot be said is added to {@code notTaken}. */
    static List<Step> steps(Map<SampleFile, Table> tables, List<NotTaken> notTaken) {
        Mapping mapping = new Mapping(new EnumMap<>(tables), notTaken);
        mapping.hearAll();
        mapping.each(SampleFile.SOURCES, row -> {
            mapping.folder.source(row);
            return List.of();
        });
        ProgramRows programs = new ProgramRows(mapping.folder);
        mapping.each(SampleFile.PROGRAMS, programs::steps);
        mapping.steps.addAll(programs.leadOrganizations());
        mapping.each(SampleFile.FUNDING, row -> FundingRows.steps(row, mapping.folder));
        BaselineRows baselines = new BaselineRows(mapping.folder);
        mapping.each(SampleFile.MILESTONES, baselines::steps);
        mapping.steps.addAll(baselines.proposals());
        mapping.each(SampleFile.MILESTONE_UPDATES, row -> ReportRows.steps(row, mapping.folder));
        mapping.each(SampleFile.CAPACITY, row -> CapacityRows.pledges(row, mapping.folder));
        mapping.each(SampleFile.TARGETS, row -> CapacityRows.targets(row, mapping.folder));
        mapping.each(SampleFile.DEPENDENCIES, row -> LinkRows.steps(row, mapping.folder));
        return mapping.steps;
    }

    private void each(SampleFile file, Reading reading) {
        Table table = tables.get(file);
        if (table == null) {
            return;
        }
        for (Row row : table.rows()) {
            try {
                steps.addAll(reading.steps(row));
            } catch (UnusableCellException unusable) {
                notTaken.add(NotTaken.row(row, unusable.column(), unusable.sentence()));
            } catch (IllegalArgumentException unusable) {
                notTaken.add(NotTaken.row(row, null, String.valueOf(unusable.getMessage())));
            }
        }
    }

    private void hearAll() {
        tables.values().stream()
                .filter(table -> table.file() != SampleFile.SOURCES)
                .flatMap(table -> table.rows().stream())
                .forEach(row -> STATED_COLUMNS.forEach(column -> folder.heard(readableDay(row, column))));
    }

    /** A day that cannot be read is named where its row is mapped. */
    private static @Nullable LocalDate readableDay(Row row, String column) {
        try {
            return row.day(column);
        } catch (UnusableCellException unreadable) {
            return null;
        }
    }
}
