package centralcommand.standalone.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centralcommand.standalone.sample.StubServices.Reply;
import centralcommand.standalone.sample.StubServices.Stored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ImportTest {
    @TempDir
    private Path folder;

    @TempDir
    private Path kept;

    private final Told told = new Told();
    private StubServices services;

    @BeforeEach
    void start() throws IOException {
        services = new StubServices();
    }

    @AfterEach
    void stop() {
        services.close();
    }

    @Test
    void the_whole_sample_is_taken_and_all_of_it_released() throws Exception {
        importFrom(Folders.SHIPPED);
        assertThat(told.lines)
                .first()
                .asString()
                .startsWith("Sample portfolio (" + Folders.SHIPPED + "): 436 of 436 rows taken");
        assertThat(told.lines)
                .contains(
                        "  Taken: sources.csv 160 of 160, programs.csv 55 of 55, funding.csv 62 of 62, milestones.csv 38 of"
                                + " 38, milestone_updates.csv 46 of 46, capacity.csv 34 of 34, targets.csv 18 of 18, dependencies.csv"
                                + " 23 of 23")
                .contains("  Not used: agreements.csv: not used yet: agreements between countries have no command.");
        assertThat(services.stored("approve-program"))
                .hasSize(55)
                .allMatch(approval -> approval.account().equals("czar"));
        assertThat(services.stored("approve-baseline"))
                .hasSize(36)
                .allMatch(approval -> approval.account()
                        .endsWith(approval.body().get("baseline").asInt() == 1 ? ".approver" : "czar"));
        assertThat(released()).containsExactlyInAnyOrderElementsOf(entriesOfAgencies());
        assertThat(told.done).isEqualTo(told.total).isPositive();
    }

    @Test
    void an_agency_releases_what_it_said_before_the_czars_office_decides_on_it() throws Exception {
        importFrom(Folders.SHIPPED);
        Set<Long> released = new HashSet<>();
        for (Stored each : services.stored()) {
            if (each.name().equals("release-entries")) {
                assertThat(each.account()).endsWith(".approver");
                each.body().get("positions").forEach(position -> released.add(position.asLong()));
            } else if (each.name().equals("approve-program")) {
                assertThat(released).contains(positionOf("propose-program", each.body()));
            }
        }
    }

    @Test
    void a_second_import_adds_nothing_even_where_nobody_remembers_the_first() throws Exception {
        importFrom(Folders.SHIPPED);
        List<Stored> before = services.stored();
        Files.delete(kept.resolve("imported.json"));
        importFrom(Folders.SHIPPED);
        assertThat(services.stored()).isEqualTo(before);
    }

    @Test
    void what_is_remembered_and_still_there_is_not_sent_again() throws Exception {
        importFrom(Folders.SHIPPED);
        int before = services.requests();
        told.lines.clear();
        importFrom(Folders.SHIPPED);
        assertThat(services.requests()).isEqualTo(before + 1);
        assertThat(told.lines).first().isEqualTo("Sample portfolio (" + Folders.SHIPPED + "): already loaded.");
        assertThat(told.lines).anyMatch(line -> line.contains("programs.csv 55 of 55"));
    }

    @Test
    void what_is_remembered_of_another_ledger_is_sent_again() throws Exception {
        importFrom(Folders.small(folder, Map.of()));
        int stored = services.stored().size();
        services.close();
        services = new StubServices();
        importFrom(folder);
        assertThat(services.stored()).hasSize(stored);
    }

    @Test
    void an_import_that_broke_off_goes_on_where_it_was_and_doubles_nothing() throws Exception {
        importFrom(Folders.SHIPPED);
        List<String> whole = keys();
        services.close();
        Files.delete(kept.resolve("imported.json"));
        services = new StubServices();
        AtomicInteger left = new AtomicInteger(200);
        services.answerFirst(request -> left.decrementAndGet() < 0 ? new Reply(400, "gone") : null);
        importFrom(Folders.SHIPPED);
        assertThat(services.stored()).hasSize(200);
        Files.deleteIfExists(kept.resolve("imported.json"));
        services.answerFirst(request -> null);
        importFrom(Folders.SHIPPED);
        assertThat(keys()).containsExactlyElementsOf(whole);
    }

    @Test
    void a_busy_or_broken_connection_is_tried_again() throws Exception {
        AtomicInteger turn = new AtomicInteger();
        services.answerFirst(request -> switch (turn.incrementAndGet()) {
            case 1, 7 -> new Reply(429, "{}");
            case 2, 9 -> new Reply(503, "{}");
            case 4 -> new Reply(401, "{}");
            case 5 -> new Reply(0, "");
            default -> null;
        });
        importFrom(Folders.small(folder, Map.of()));
        assertThat(services.stored("record-funding")).hasSize(1);
        assertThat(told.lines).noneMatch(line -> line.contains("Not as it stands"));
    }

    @Test
    void a_refusal_that_is_one_of_too_many_is_not_waited_for() throws Exception {
        services.answerFirst(request -> request.name().equals("record-funding")
                ? new Reply(429, "{\"code\":\"TOO_MANY_REFUSALS\",\"detail\":\"Refused because: no.\"}")
                : null);
        importFrom(Folders.small(folder, Map.of()));
        assertThat(told.lines).contains("  Not as it stands: funding.csv:2: Refused because: no.");
    }

    @Test
    void an_api_that_never_answers_ends_the_import_and_nothing_is_remembered() throws IOException {
        services.answerFirst(request -> new Reply(503, "{\"detail\":\"Too busy.\"}"));
        Folders.small(folder, Map.of());
        assertThatThrownBy(() -> importFrom(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Too busy.");
        assertThat(kept.resolve("imported.json")).doesNotExist();
    }

    @Test
    void what_the_service_refuses_is_named_with_file_line_column_and_its_reason() throws Exception {
        services.answerFirst(request -> request.name().equals("record-funding")
                ? new Reply(422, "{\"detail\":\"It cannot have been stated then.\",\"field\":\"statedOn\"}")
                : null);
        importFrom(Folders.small(folder, Map.of()));
        assertThat(told.lines)
                .contains("  Not as it stands: funding.csv:2, date: It cannot have been stated then.")
                .anyMatch(line -> line.contains("funding.csv 0 of 1"))
                .contains("  Missing: capacity.csv: the folder does not hold it.");
        assertThat(Files.readString(kept.resolve("report.txt"))).contains("It cannot have been stated then.");
    }

    @Test
    void one_refused_milestone_does_not_hold_up_the_others_of_its_day() throws Exception {
        String milestones = Folders.MILESTONES
                + "plant-one,one-taken,Taken,2025-07-30,2024-02-03,DAY,,src-a,HIGH\n"
                + "plant-one,one-full,Plant One is full,2026-06-30,2024-02-03,DAY,,src-a,HIGH\n";
        services.answerFirst(request -> request.body().toString().contains("one-taken")
                ? new Reply(422, "{\"detail\":\"The id is taken.\",\"field\":\"milestones[0].milestoneId\"}")
                : null);
        importFrom(Folders.small(folder, Map.of("milestones.csv", milestones)));
        assertThat(told.lines)
                .contains("  Not as it stands: milestones.csv:3, milestone_id: The id is taken.")
                .anyMatch(line -> line.contains("milestones.csv 2 of 3"));
    }

    @Test
    void a_row_that_was_edited_is_sent_as_new_and_the_others_add_nothing() throws Exception {
        importFrom(Folders.small(folder, Map.of()));
        List<Stored> before = services.stored();
        Files.writeString(folder.resolve("funding.csv"), Folders.FUNDING.replace("1250000.50", "1250000.75"));
        importFrom(folder);
        assertThat(services.stored().subList(before.size(), services.stored().size()))
                .extracting(Stored::name)
                .containsExactly("record-funding", "release-entries");
    }

    private void importFrom(Path from) throws IOException, InterruptedException {
        new CommandApiSampleImport()
                .run(from, services.address(), services.address(), account -> "token-of-" + account, kept, told);
    }

    private List<String> keys() {
        return services.stored().stream().map(Stored::key).toList();
    }

    private long positionOf(String name, JsonNode body) {
        return services.stored(name).stream()
                .filter(each -> each.body().get("programId").equals(body.get("programId")))
                .findFirst()
                .orElseThrow()
                .position();
    }

    private List<Long> released() {
        return services.stored("release-entries").stream()
                .flatMap(
                        release -> release.body().get("positions").valueStream().map(JsonNode::asLong))
                .toList();
    }

    private List<Long> entriesOfAgencies() {
        Set<String> others = Set.of(
                "release-entries",
                "approve-program",
                "approve-baseline",
                "register-organization",
                "set-capacity-target");
        return services.stored().stream()
                .filter(each -> !others.contains(each.name()))
                .map(Stored::position)
                .toList();
    }

    private static final class Told implements SampleImport.Progress {
        private final List<String> lines = new ArrayList<>();
        private int done;
        private int total;

        @Override
        public void done(String what, int soFar, int all) {
            done = soFar;
            total = all;
        }

        @Override
        public void say(String line) {
            lines.add(line);
        }
    }
}
