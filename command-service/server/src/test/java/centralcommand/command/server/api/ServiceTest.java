package centralcommand.command.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.catalog.CommandCatalog;
import centralcommand.command.contract.shared.Authorship;
import centralcommand.command.server.RunningService;
import centralcommand.command.server.RunningService.Answer;
import centralcommand.command.server.TestTokens;
import centralcommand.ledger.RecordedEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service started alone: what it tells without a token, and stories that need more than one stream. */
class ServiceTest {
    @TempDir
    static Path folder;

    private static TestTokens tokens;
    private static RunningService service;
    private static People people;

    @BeforeAll
    static void start() {
        tokens = new TestTokens();
        service = new RunningService(folder.resolve("ledger.db"), tokens);
        people = new People(tokens);
        people.setUp(service);
    }

    @AfterAll
    static void stop() {
        service.close();
        tokens.close();
    }

    @Test
    void health_and_the_description_of_the_api_are_open() {
        assertThat(service.get("/actuator/health/liveness", "").status()).isEqualTo(200);
        Answer ready = service.get("/actuator/health/readiness", "");
        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.text()).doesNotContain("head");
        Answer description = service.get("/v3/api-docs", "");
        assertThat(description.status()).isEqualTo(200);
        JsonNode paths = description.json().get("paths");
        for (CommandCatalog.CommandType type : CommandCatalog.COMMANDS) {
            JsonNode post = paths.path("/api/commands/" + type.name()).path("post");
            assertThat(post.path("summary").asString("")).isEqualTo(type.purpose());
            assertThat(post.at("/requestBody/content/application~1json/schema/properties")
                            .isObject())
                    .isTrue();
        }
        assertThat(paths.at("/~1api~1commands~1approve-program/post/parameters").toString())
                .contains("Idempotency-Key", "If-Match");
    }

    @Test
    void figures_are_open_to_the_machine_itself_and_nothing_else_of_the_inside_is() {
        assertThat(service.get("/actuator/prometheus", "").text()).contains("http_server_requests_seconds");
        assertThat(service.get("/actuator/env", people.czar()).status()).isEqualTo(403);
        assertThat(service.get("/actuator", people.czar()).status()).isEqualTo(403);
    }

    @Test
    void answers_carry_the_headers_of_a_careful_service_and_no_other_site_is_let_in() {
        Map<String, String> headers =
                service.get("/api/commands", people.auditor()).headers();
        assertThat(headers)
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("X-Frame-Options", "DENY")
                .containsEntry("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .doesNotContainKey("Access-Control-Allow-Origin");
        assertThat(headers.get("Cache-Control")).contains("no-store");
    }

    @Test
    void every_command_is_listed_with_who_may_send_it_and_what_it_yields() {
        JsonNode commands =
                service.get("/api/commands", people.auditor()).json().get("commands");
        assertThat(commands.valueStream().map(each -> each.get("name").asString()))
                .containsExactlyElementsOf(CommandCatalog.COMMANDS.stream()
                        .map(CommandCatalog.CommandType::name)
                        .toList());
        JsonNode first = commands.get(0);
        assertThat(first.get("roles").toString()).isEqualTo("[\"CZAR\"]");
        assertThat(first.get("yields").toString()).isEqualTo("[\"organization-registered\"]");
        assertThat(first.at("/schema/properties/validFrom/format").asString()).isEqualTo("date");
        assertThat(first.at("/schema/properties/name/description").asString()).isNotBlank();
    }

    @Test
    void an_event_says_who_made_it_for_whom_and_by_which_command() {
        Answer answer = People.done(service.send(
                people.energyApprover(),
                "report-forecast",
                People.forecast("rer-upton", "rer-demo-ops", "2028-01-31"),
                "Idempotency-Key",
                "who-made-it"));
        RecordedEvent event = service.recordedAfter(answer.position() - 1).getFirst();
        Map<String, String> metadata =
                JsonMapper.builder().build().readValue(event.metadata(), new TypeReference<Map<String, String>>() {});
        assertThat(metadata).containsOnlyKeys("actor", "agency", "roles", "commandId", "command");
        Authorship author = Authorship.fromMetadata(metadata);
        assertThat(author.actor()).isEqualTo("energy.approver");
        assertThat(author.commandId()).isEqualTo("who-made-it");
        assertThat(author.command()).isEqualTo("report-forecast");
    }

    @Test
    void an_approver_releases_and_approves_a_first_baseline_in_one_commit() {
        List<RecordedEvent> all = service.recordedAfter(0);
        RecordedEvent approved = all.stream()
                .filter(event -> event.type().equals("baseline-approved"))
                .findFirst()
                .orElseThrow();
        assertThat(all.stream().filter(event -> event.commit() == approved.commit()))
                .extracting(RecordedEvent::type)
                .containsExactly("entries-released", "baseline-approved");
    }

    @Test
    void a_confirmation_of_two_programs_is_recorded_as_a_whole_or_not_at_all() {
        String bothAgencies = tokens.of("joint", "ENERGY", "AGENCY_STAFF");
        People.done(service.send(people.energy(), "propose-program", People.program("second-plant", "ENERGY")));
        long proposed = service.ledger().head();
        People.done(service.send(people.energyApprover(), "release-entries", "{\"positions\":[" + proposed + "]}"));
        People.done(service.send(people.czar(), "approve-program", "{\"programId\":\"second-plant\"}"));
        People.done(
                service.send(people.energy(), "propose-baseline", People.baseline("second-plant", "second-opening")));
        People.done(service.send(
                people.energyApprover(), "approve-baseline", "{\"programId\":\"second-plant\",\"baseline\":1}"));
        String lines = """
                {"lines":[{"programId":"second-plant","milestoneId":"second-opening"},{"programId":"%s","milestoneId":"%s"}]}""";
        long before = service.ledger().head();
        Answer refused =
                service.send(bothAgencies, "confirm-unchanged", lines.formatted("ucore-smc", "ucore-first-prod"));
        assertThat(refused.code()).isEqualTo("NOT_YOUR_PROGRAM");
        Answer unknown = service.send(bothAgencies, "confirm-unchanged", lines.formatted("nothing", "nothing"));
        assertThat(unknown.code()).isEqualTo("UNKNOWN_PROGRAM");
        assertThat(unknown.field()).isEqualTo("lines[1].programId");
        assertThat(service.recordedAfter(before))
                .extracting(RecordedEvent::type)
                .containsExactly("command-refused", "command-refused");
        Answer confirmed = People.done(
                service.send(bothAgencies, "confirm-unchanged", lines.formatted("rer-upton", "rer-demo-ops")));
        assertThat(confirmed.types()).containsExactly("confirmed-unchanged", "confirmed-unchanged");
        List<RecordedEvent> recorded = service.recordedAfter(confirmed.position() - 2);
        assertThat(recorded)
                .extracting(RecordedEvent::stream)
                .containsExactly("program/rer-upton", "program/second-plant");
        assertThat(recorded.getFirst().commit()).isEqualTo(recorded.getLast().commit());
    }

    @Test
    void a_struck_actual_may_be_reported_again() {
        People.done(service.send(people.defense(), "propose-baseline", People.baseline("ucore-smc", "ucore-struck")));
        long proposed = service.ledger().head();
        People.done(service.send(people.defenseApprover(), "release-entries", "{\"positions\":[" + proposed + "]}"));
        People.done(service.send(people.czar(), "approve-baseline", "{\"programId\":\"ucore-smc\",\"baseline\":2}"));
        String actual = """
                {"programId":"ucore-smc","milestoneId":"ucore-struck","date":"%s","evidence":"photograph"}""";
        long position = People.done(service.send(people.defense(), "report-actual", actual.formatted("2026-06-01")))
                .position();
        assertThat(service.send(people.defense(), "report-actual", actual.formatted("2026-06-02"))
                        .code())
                .isEqualTo("ACTUAL_ALREADY_REPORTED");
        People.done(service.send(people.defenseApprover(), "release-entries", "{\"positions\":[" + position + "]}"));
        People.done(service.send(
                people.defense(), "correct-entry", "{\"position\":" + position + ",\"reason\":\"wrong day\"}"));
        People.done(service.send(people.defense(), "report-actual", actual.formatted("2026-06-02")));
    }
}
