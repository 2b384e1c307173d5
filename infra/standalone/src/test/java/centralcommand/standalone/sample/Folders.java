package centralcommand.standalone.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Folders to import from, and what reading them gives. */
final class Folders {
    static final Path SHIPPED = Path.of("sample").toAbsolutePath();

    static final String SOURCES = """
            source_id,title,publisher,date,address,accessed_as,kind
            src-a,Magnets at last,The Paper,2024-05-02,https://example.org/a,stored copy,NEWS
            src-b,A page without a date,The Office,,https://example.org/b,stored copy,AGENCY
            """;
    static final String PROGRAMS = """
            program_id,name,performer,lead_agency,actual_lead,supporting_agencies,line_of_effort,stage,state_or_country,start_date,start_precision,description,source_id,confidence,stated_on,sponsor
            plant-one,Plant One,Maker,ENERGY,,DEFENSE;INTERIOR,CAPITAL,MAGNET,Texas,2024-01-01,YEAR,"A plant, the first",src-a,HIGH,2024-02-03,
            plant-two,Plant Two,Maker,COMMERCE,Export-Import Bank (EXIM),,CAPITAL,MINE,Utah,,,Another,src-b,LOW,2023-07-01,COMMERCE
            """;
    static final String FUNDING = """
            program_id,instrument,agency,authority,amount_usd,status,date,note,source_id,confidence,line_id,column,column_basis,replaces,part_of
            plant-one,GRANT,DOE,The Act,1250000.50,COMMITTED,2024-03-04,Signed,src-a,MEDIUM,one-grant,BOUND,signed,,
            """;
    static final String MILESTONES = """
            program_id,milestone_id,title,baseline_date,baseline_stated_on,precision,as_stated,source_id,confidence
            plant-one,one-opens,Plant One opens,2025-06-30,2024-02-03,QUARTER,second quarter of 2025,src-a,HIGH
            """;

    private Folders() {}

    /** The smallest whole portfolio, with some files put in place of its own. */
    static Path small(Path folder, Map<String, String> instead) throws IOException {
        Map<String, String> files = new TreeMap<>(Map.of(
                "sources.csv", SOURCES,
                "programs.csv", PROGRAMS,
                "funding.csv", FUNDING,
                "milestones.csv", MILESTONES));
        files.putAll(instead);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        return folder;
    }

    /** What an import of the folder would send, before ordering. */
    record Read(List<Step> steps, List<NotTaken> notTaken, Map<SampleFile, Table> tables) {
        List<Row> rows(SampleFile file) {
            return Objects.requireNonNull(tables.get(file)).rows();
        }

        List<String> sentences() {
            return notTaken.stream().map(NotTaken::sentence).toList();
        }
    }

    static Read read(Path path) throws IOException {
        SampleFolder folder = SampleFolder.at(path);
        List<NotTaken> notTaken = new ArrayList<>(folder.unreadable());
        Map<SampleFile, Table> tables = new EnumMap<>(SampleFile.class);
        folder.contents().forEach((fileName, bytes) -> {
            SampleFile file = SampleFile.named(fileName).orElseThrow();
            tables.put(file, Table.read(file, bytes, notTaken));
        });
        return new Read(Mapping.steps(tables, notTaken), notTaken, tables);
    }
}
