package centralcommand.standalone.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The shipped sample on the real services, in processes that are stopped, killed and started again. */
class ShippedSampleProcessTest {
    /** Progress is told in tenths where nobody watches. */
    private static final String IN_THE_MIDDLE = "Sample portfolio: 1";

    @TempDir
    static Path home;

    private static RunningSystem system;

    /** Killed in the middle of its first import and started again: whatever holds here holds after that. */
    @BeforeAll
    static void start() throws Exception {
        RunningSystem killed = new RunningSystem(home.resolve("whole"), Folders.SHIPPED);
        killed.until(IN_THE_MIDDLE);
        killed.kill();
        assertThat(killed.said()).noneMatch(line -> line.contains("rows taken"));
        system = new RunningSystem(home.resolve("whole"), Folders.SHIPPED).ready();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        system.close();
    }

    @Test
    void every_row_is_taken_and_nothing_was_refused() throws Exception {
        assertThat(system.said())
                .anyMatch(line -> line.contains("436 of 436 rows taken"))
                .noneMatch(line -> line.contains("Not as it stands"));
        Map<String, Long> types = byType(system);
        assertThat(types)
                .doesNotContainKey("command-refused")
                .containsAllEntriesOf(Map.of(
                        "program-proposed", 55L,
                        "program-approved", 55L,
                        "baseline-proposed", 36L,
                        "baseline-approved", 36L,
                        "funding-recorded", 62L,
                        "capacity-pledged", 32L,
                        "production-reported", 2L,
                        "capacity-target-set", 18L,
                        "milestones-linked", 23L));
        assertThat(Stream.of("forecast-reported", "doubt-reported", "actual-reported")
                        .mapToLong(type -> types.getOrDefault(type, 0L))
                        .sum())
                .isEqualTo(46);
    }

    @Test
    void everybody_sees_all_programs_because_all_of_it_is_released() throws Exception {
        for (String account : List.of("czar", "defense", "energy", "interior", "commerce", "auditor")) {
            assertThat(programs(system, account)).as(account).hasSize(55).contains("ucore-smc", "project-vault");
        }
        assertThat(system.events("auditor").stream().filter(event -> event.hasNonNull("provenance")))
                .isNotEmpty()
                .allMatch(event -> event.get("status").asString().equals("RELEASED"))
                .allMatch(event -> event.at("/provenance/channel").asString().equals("IMPORTED"))
                .allMatch(event -> !event.at("/provenance/source").asString().isEmpty());
    }

    /** Worked out by hand from milestones.csv and milestone_updates.csv. */
    @Test
    void slips_are_those_that_the_files_state() throws Exception {
        Map<String, String> slips = system.query("czar", "/api/slippage?limit=1000")
                .get("rows")
                .valueStream()
                .collect(Collectors.toMap(
                        row -> row.get("milestoneId").asString(),
                        row -> row.get("slipVsOriginalDays").asString() + " "
                                + row.get("status").asString()));
        assertThat(slips)
                .containsAllEntriesOf(Map.of(
                        "arafura-fid", "1399 NO_REPORT",
                        "doe-ree-open", "1250 DONE_LATE",
                        "mp-st2-ndpr", "1003 DONE_LATE",
                        "usar-still-prod", "821 NO_REPORT",
                        "rer-demo-ops", "577 IN_DOUBT",
                        "rer-construct", "490 DONE_LATE",
                        "mp-ind-metal", "388 DONE_LATE",
                        "lynas-hre-ops", "365 IN_DOUBT",
                        "eu-mou", "49 DONE_LATE",
                        "evac-ops", "15 DONE"))
                .containsEntry("ucore-first-prod", "1096 LATE")
                .containsEntry("ef-phase2", "456 LATE");
        assertThat(milestone("lynas-hre-ops", "").get("withinPrecision").asBoolean())
                .isFalse();
        assertThat(milestone("evac-ops", "").get("withinPrecision").asBoolean()).isTrue();
        assertThat(milestone("ucore-first-prod", "").get("slipInterval").toString())
                .isEqualTo("[913,1460]");
        assertThat(milestone("ucore-first-prod", "&statedBy=2024-01-01")
                        .at("/forecast/date")
                        .asString())
                .isEqualTo("2025-06-30");
    }

    @Test
    void money_stands_in_the_columns_that_the_file_states_without_what_was_replaced_or_is_part_of_another()
            throws Exception {
        Map<String, String> columns = system.query("czar", "/api/funding")
                .get("columns")
                .valueStream()
                .collect(Collectors.toMap(
                        column -> column.get("column").asString(),
                        column -> column.at("/total/amount").asString() + " and "
                                + column.get("withoutAmount").asString()));
        assertThat(columns)
                .isEqualTo(Map.of(
                        "SAID", "7498000000.00 and 0",
                        "CONDITIONAL", "2021000000.00 and 0",
                        "BOUND", "848860000.00 and 3",
                        "PAID", "442273000.00 and 0",
                        "AUTHORITY", "3740000000.00 and 1",
                        "UNKNOWN", "10168999999.00 and 0"));
    }

    @Test
    void the_ledger_holds_facts_in_the_order_in_which_they_were_stated() throws Exception {
        assertThat(system.events("auditor").stream()
                        .filter(event -> event.get("type").asString().equals("program-proposed"))
                        .map(event -> event.at("/provenance/statedOn").asString()))
                .isSorted();
    }

    @Test
    void what_the_killed_process_had_recorded_is_there_once() throws Exception {
        List<String> facts = system.events("auditor").stream()
                .filter(event -> event.hasNonNull("provenance"))
                .map(event ->
                        event.get("type").asString() + event.get("payload").asString())
                .toList();
        assertThat(facts).doesNotHaveDuplicates();
    }

    @Test
    void importing_again_adds_nothing_whether_or_not_the_first_time_is_remembered() throws Exception {
        List<String> before = ledger(system);
        Path kept = home.resolve("kept");
        assertThat(system.importAgain(Folders.SHIPPED, kept))
                .anyMatch(line -> line.contains("436 of 436 rows taken"))
                .noneMatch(line -> line.contains("Not as it stands"));
        assertThat(ledger(system)).isEqualTo(before);
        assertThat(system.importAgain(Folders.SHIPPED, kept)).anyMatch(line -> line.endsWith(": already loaded."));
        assertThat(ledger(system)).isEqualTo(before);
    }

    @Test
    void a_folder_with_faults_is_taken_without_the_faulty_rows_and_each_is_named() throws Exception {
        Path folder = Files.createDirectory(home.resolve("folder"));
        try (Stream<Path> files = Files.list(Folders.SHIPPED)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Files.delete(folder.resolve("capacity.csv"));
        edit(folder.resolve("programs.csv"), "10X magnet campus (Northlake, Texas)", "=1+1");
        edit(folder.resolve("milestone_updates.csv"), "2024-04-15,FORECAST", "2024-04-15");
        edit(
                folder.resolve("funding.csv"),
                "PRICE_FLOOR,DoD,Price Protection Agreement,42273000",
                "HANDSHAKE,DoD,Price,1");
        edit(folder.resolve("funding.csv"), "mp-10x-equity-further-2025", "mp-10x-equity-2025");
        edit(folder.resolve("targets.csv"), "us-dy-demand-donald", "project-vault");
        edit(folder.resolve("funding.csv"), ",lynas-seadrift-ibas-2022,dod", ",no-such-line,dod");
        try (RunningSystem faulty = new RunningSystem(home.resolve("faulty"), folder).ready()) {
            List<String> report =
                    Files.readAllLines(faulty.data().resolve("sample").resolve("report.txt"));
            assertThat(report.stream().filter(line -> line.startsWith("Not as it stands: ")))
                    .satisfiesExactlyInAnyOrder(
                            line -> assertThat(line).contains("milestone_updates.csv:18: has 10 cells"),
                            line -> assertThat(line).contains("funding.csv:3, line_id: has the same id as line 2"),
                            line -> assertThat(line).contains("funding.csv:6, instrument: \"HANDSHAKE\" is not a code"),
                            line -> assertThat(line)
                                    .contains("funding.csv:11, replaces: ")
                                    .contains("no-such-line"),
                            line -> assertThat(line)
                                    .contains("targets.csv:14, target_id: ")
                                    .contains("project-vault"));
            assertThat(report)
                    .contains("Missing: capacity.csv: the folder does not hold it.")
                    .first()
                    .asString()
                    .contains("programs.csv 55 of 55")
                    .contains("funding.csv 59 of 62")
                    .contains("milestone_updates.csv 45 of 46")
                    .contains("targets.csv 17 of 18");
            assertThat(faulty.query("czar", "/api/programs/mp-10x")
                            .at("/program/name")
                            .asString())
                    .isEqualTo("=1+1");
        }
    }

    private static void edit(Path file, String from, String to) throws IOException {
        String before = Files.readString(file);
        assertThat(before).contains(from);
        Files.writeString(file, before.replace(from, to));
    }

    private static JsonNode milestone(String id, String more) throws Exception {
        return system.query("czar", "/api/board?limit=1000" + more)
                .get("rows")
                .valueStream()
                .filter(row -> row.get("milestoneId").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> programs(RunningSystem system, String account) throws Exception {
        return system.query(account, "/api/programs?limit=1000")
                .get("rows")
                .valueStream()
                .map(row -> row.get("programId").asString())
                .toList();
    }

    private static Map<String, Long> byType(RunningSystem system) throws Exception {
        return system.events("auditor").stream()
                .collect(Collectors.groupingBy(
                        event -> event.get("type").asString(), TreeMap::new, Collectors.counting()));
    }

    /** What was recorded by which command, without the moment. */
    private static List<String> ledger(RunningSystem system) throws Exception {
        return system.events("auditor").stream()
                .map(event -> Stream.of("position", "type", "actor", "commandId", "payload")
                        .map(field -> event.get(field).asString())
                        .collect(Collectors.joining(" ")))
                .toList();
    }
}
