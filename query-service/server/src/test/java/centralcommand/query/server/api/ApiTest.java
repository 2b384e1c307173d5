package centralcommand.query.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.shared.Role;
import centralcommand.query.contract.board.MilestoneBoard;
import centralcommand.query.contract.board.Pushes;
import centralcommand.query.contract.board.Slippage;
import centralcommand.query.contract.capacity.Capacity;
import centralcommand.query.contract.funding.Funding;
import centralcommand.query.contract.history.Changes;
import centralcommand.query.contract.history.EventRow;
import centralcommand.query.contract.history.Events;
import centralcommand.query.contract.history.LedgerState;
import centralcommand.query.contract.history.Lineage;
import centralcommand.query.contract.inbox.Inbox;
import centralcommand.query.contract.program.ProgramPage;
import centralcommand.query.contract.program.Programs;
import centralcommand.query.contract.schedule.HiddenSlips;
import centralcommand.query.contract.schedule.ProgramSchedule;
import centralcommand.query.server.told.Sample;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ApiTest {
    @TempDir
    private static Path folder;

    private static RunningService service;
    private static String czar;
    private static String auditor;
    private static String energy;
    private static long head;

    @BeforeAll
    static void start() throws Exception {
        service = new RunningService(folder);
        head = service.record(Sample.history().facts());
        service.at(Instant.parse("2026-11-23T20:00:00Z"));
        czar = service.token("czar", null, Role.CZAR);
        auditor = service.token("auditor", null, Role.AUDITOR);
        energy = service.token("energy", "ENERGY", Role.AGENCY_STAFF);
        service.json(czar, "/api/board?minPosition=" + head);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void the_board_carries_position_standpoint_and_rows() throws Exception {
        JsonNode board = service.json(czar, "/api/board?minPosition=" + head);
        assertThat(board.get("position").asLong()).isEqualTo(head);
        assertThat(board.get("viewedAs").asString()).isEqualTo("CZAR");
        assertThat(board.get("today").asString()).isEqualTo("2026-11-23");
        assertThat(board.get("knownTo").asString()).isEqualTo("2026-06-18");
        assertThat(board.get("total").asInt()).isEqualTo(38);
        assertThat(board.get("rows").get(0).get("milestoneId").asString()).isEqualTo("arafura-fid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/board",
                "/api/slippage",
                "/api/funding",
                "/api/capacity",
                "/api/programs",
                "/api/programs/ucore-smc",
                "/api/programs/ucore-smc/schedule",
                "/api/hidden-slips",
                "/api/hidden-slips?statedBy=2024-01-01",
                "/api/inbox",
                "/api/events",
                "/api/events/1",
                "/api/ledger",
                "/api/pushes?milestoneId=rer-demo-ops&date=2027-06-30",
                "/api/changes?from=100",
                "/api/changes?from=10&to=200",
                "/api/changes?from=2026-01-04&limit=5",
                "/api/lineage?figure=coverage",
                "/api/board?asOf=2026-11-23",
                "/api/board?asOf=10",
                "/api/board?asOf=-999999999-01-02",
                "/api/capacity?year=-2147483648",
                "/api/capacity?year=2147483647",
                "/api/board?asOf=2026-01-05T15:30:00Z",
                "/api/board?statedBy=2024-01-01",
                "/api/board?agency=ENERGY&stage=SEPARATION&sort=heard&limit=2"
            })
    void every_query_answers_everyone_who_is_signed_in(String path) throws Exception {
        for (String token : new String[] {czar, auditor, energy}) {
            assertThat(service.json(token, path)).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/board?asOf=tomorrow | 400 | BAD_PARAMETER | asOf",
                "/api/board?asOf=2999-01-01 | 400 | BAD_PARAMETER | asOf",
                "/api/board?asOf=2999-01-01T00:00:00Z | 400 | BAD_PARAMETER | asOf",
                "/api/board?asOf=999999 | 400 | BAD_PARAMETER | asOf",
                "/api/board?statedBy=2026-13-01 | 400 | BAD_PARAMETER | statedBy",
                "/api/board?statedBy=2199-12-31 | 400 | BAD_PARAMETER | statedBy",
                "/api/board?statedBy=-999999999-01-01 | 400 | BAD_PARAMETER | statedBy",
                "/api/board?asOf=%2B999999999-12-31 | 400 | BAD_PARAMETER | asOf",
                "/api/pushes?milestoneId=rer-demo-ops&date=%2B999999999-12-31 | 400 | BAD_PARAMETER | date",
                "/api/pushes?milestoneId=rer-demo-ops&date=1899-12-31 | 400 | BAD_PARAMETER | date",
                "/api/board?minPosition=x | 400 | BAD_PARAMETER | minPosition",
                "/api/board?status=LOST | 400 | BAD_PARAMETER | status",
                "/api/board?stage=MOON | 400 | BAD_PARAMETER | stage",
                "/api/board?agency=1 | 400 | BAD_PARAMETER | agency",
                "/api/board?sort=mood | 400 | BAD_PARAMETER | sort",
                "/api/board?limit=1001 | 400 | BAD_PARAMETER | limit",
                "/api/board?limit=0 | 400 | BAD_PARAMETER | limit",
                "/api/events?limit=many | 400 | BAD_PARAMETER | limit",
                "/api/events?order=sideways | 400 | BAD_PARAMETER | order",
                "/api/events?programId=A%20B | 400 | BAD_PARAMETER | programId",
                "/api/programs/NOT_KEBAB | 400 | BAD_PARAMETER | id",
                "/api/programs/no-such-program | 404 | UNKNOWN | programId",
                "/api/programs/no-such-program/schedule | 404 | UNKNOWN | programId",
                "/api/lineage?figure=implied/nothing | 404 | UNKNOWN | figure",
                "/api/events/999999 | 404 | UNKNOWN | position",
                "/api/pushes?milestoneId=nothing&date=2027-01-01 | 404 | UNKNOWN | milestoneId",
                "/api/pushes?date=2027-01-01 | 400 | MISSING_PARAMETER | milestoneId",
                "/api/lineage?figure=nonsense | 404 | UNKNOWN | figure",
                "/api/lineage?figure=slip/nothing | 404 | UNKNOWN | figure",
                "/api/lineage?figure=capacity/MOON/MINE/2027 | 404 | UNKNOWN | figure",
                "/api/changes | 400 | MISSING_PARAMETER | from",
                "/api/changes?from=200&to=100 | 400 | BAD_PARAMETER | from",
                "/api/changes?from=1&to=sometime | 400 | BAD_PARAMETER | to",
                "/api/board?agnecy=ENERGY | 400 | UNKNOWN_PARAMETER | agnecy",
                "/api/board?agency=ENERGY&agency=DEFENSE | 400 | BAD_PARAMETER | agency",
                "/api/board?limit=1&limit=2 | 400 | BAD_PARAMETER | limit",
                "/api/board?program=ucore-smc | 400 | UNKNOWN_PARAMETER | program",
                "/api/programs/ucore-smc?limit=5 | 400 | UNKNOWN_PARAMETER | limit",
                "/api/events?programme=ucore-smc | 400 | UNKNOWN_PARAMETER | programme",
                "/api/funding.csv?colunm=BOUND | 400 | UNKNOWN_PARAMETER | colunm",
                "/api/inbox?sight=1 | 400 | UNKNOWN_PARAMETER | sight",
                "/api/board?after=no-such-row | 400 | BAD_PARAMETER | after",
                "/api/programs?after=no-such-row | 400 | BAD_PARAMETER | after",
                "/api/board?viewAs=ENERGY | 403 | NOT_YOURS | viewAs",
            })
    void what_cannot_be_answered_says_so_in_a_problem_that_names_the_field(
            String path, int status, String code, String field) throws Exception {
        var response = service.get(czar, path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.body()).contains("\"code\":\"" + code + "\"").contains("\"field\":\"" + field + "\"");
    }

    @Test
    void a_parameter_that_a_query_does_not_have_is_refused_with_those_that_it_has() throws Exception {
        assertThat(service.get(czar, "/api/events?porgram=ucore-smc").body())
                .contains(
                        "“porgram” is no parameter of this query: it takes actor, after, commandId, limit,"
                                + " milestoneId, order, program, programId, source, type, asOf, statedBy, minPosition and viewAs.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"program", "programId"})
    void events_are_narrowed_to_a_program_by_either_name(String name) throws Exception {
        JsonNode events = service.json(czar, "/api/events?limit=1000&" + name + "=ucore-smc");
        assertThat(events.get("rows"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(List.of(
                                row.get("programId").asString(), row.get("type").asString()))
                        .containsAnyOf("ucore-smc", "entries-released"));
    }

    @Test
    void events_are_narrowed_by_actor_type_and_source() throws Exception {
        JsonNode approvals = service.json(czar, "/api/events?limit=1000&actor=czar&type=program-approved");
        assertThat(approvals.get("rows").size()).isEqualTo(55);
        JsonNode sourced = service.json(czar, "/api/events?limit=1000&source=no%20such%20source");
        assertThat(sourced.get("rows")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"board", "slippage", "funding", "capacity", "events"})
    void a_file_takes_the_address_of_its_list_and_holds_what_the_list_holds(String list) throws Exception {
        String place = list.equals("events") ? "limit=1000" : "sort=slip&after=arafura-fid&limit=10";
        var file = service.get(czar, "/api/" + list + ".csv?viewAs=CZAR&" + place);
        assertThat(file.statusCode()).as(file.body()).isEqualTo(200);
        assertThat(file.body().lines().count()).isGreaterThan(30);
    }

    @Test
    void a_file_of_events_holds_all_of_them_in_the_order_asked_for() throws Exception {
        String limited = service.get(auditor, "/api/events.csv?limit=3").body();
        assertThat(limited.lines().filter(line -> line.matches("\\d+,\\d+,.*"))).hasSize(3);
        var file = service.get(auditor, "/api/events.csv?order=desc&viewAs=AUDITOR&asOf=" + head);
        assertThat(file.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(file.body().lines().filter(line -> line.matches("\\d+,\\d+,.*")))
                .hasSize((int) head)
                .first()
                .asString()
                .startsWith(head + ",");
        assertThat(service.get(auditor, "/api/events.csv?order=sideways").statusCode())
                .isEqualTo(400);
    }

    @Test
    void an_address_without_a_query_is_a_problem_with_a_code() throws Exception {
        var response = service.get(czar, "/api/bored");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.body()).contains("\"code\":\"NOT_FOUND\"");
    }

    @Test
    void the_description_says_of_which_service_it_is() throws Exception {
        assertThat(service.get(null, "/v3/api-docs").body()).contains("\"title\":\"Central Command: queries\"");
    }

    @Test
    void a_position_that_does_not_come_in_five_seconds_is_503() throws Exception {
        var response = service.get(czar, "/api/board?minPosition=" + (head + 1));
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).contains("NOT_YET_FOLDED");
    }

    @Test
    void nobody_asks_without_a_token_that_is_meant_for_us() throws Exception {
        assertThat(service.get(null, "/api/board").statusCode()).isEqualTo(401);
        String foreign =
                service.token("czar", null, "another-service", service.now().plusSeconds(60), Role.CZAR);
        assertThat(service.get(foreign, "/api/board").statusCode()).isEqualTo(401);
        String stale =
                service.token("czar", null, "central-command", service.now().minusSeconds(3600), Role.CZAR);
        assertThat(service.get(stale, "/api/board").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/actuator/health/liveness", "/actuator/health/readiness", "/actuator/prometheus", "/v3/api-docs"
            })
    void health_metrics_and_the_description_of_the_api_are_open(String path) throws Exception {
        assertThat(service.get(null, path).statusCode()).isEqualTo(200);
    }

    @Test
    void an_auditor_sees_with_the_eyes_of_another_and_the_answer_says_so() throws Exception {
        assertThat(service.json(auditor, "/api/board?viewAs=ENERGY")
                        .get("viewedAs")
                        .asString())
                .isEqualTo("ENERGY");
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition() throws Exception {
        JsonNode first = service.json(czar, "/api/board?limit=30");
        JsonNode second = service.json(
                czar, "/api/board?limit=30&after=" + first.get("next").asString());
        assertThat(first.get("rows").size()).isEqualTo(30);
        assertThat(second.get("rows").size()).isEqualTo(8);
        assertThat(second.get("next").isNull()).isTrue();
    }

    @Test
    void every_query_is_described_with_what_it_takes() throws Exception {
        JsonNode paths = JsonMapper.builder()
                .build()
                .readTree(service.get(null, "/v3/api-docs").body())
                .get("paths");
        assertThat(paths.propertyNames())
                .contains("/api/board", "/api/programs/{id}", "/api/lineage", "/api/stream", "/api/events.csv");
        assertThat(paths.get("/api/board")
                        .get("get")
                        .get("parameters")
                        .valueStream()
                        .map(parameter -> parameter.get("name").asString()))
                .contains("asOf", "statedBy", "minPosition", "viewAs", "agency", "status", "sort", "limit")
                .doesNotContain("sight");
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of("/api/board", MilestoneBoard.class),
                Arguments.of("/api/slippage", Slippage.class),
                Arguments.of("/api/pushes?milestoneId=ef-phase2-permit&date=2029-12-31", Pushes.class),
                Arguments.of("/api/funding", Funding.class),
                Arguments.of("/api/capacity", Capacity.class),
                Arguments.of("/api/programs", Programs.class),
                Arguments.of("/api/programs/mp-10x", ProgramPage.class),
                Arguments.of("/api/programs/mp-10x/schedule", ProgramSchedule.class),
                Arguments.of("/api/hidden-slips?statedBy=2024-01-01", HiddenSlips.class),
                Arguments.of("/api/inbox", Inbox.class),
                Arguments.of("/api/events", Events.class),
                Arguments.of("/api/events/5", EventRow.class),
                Arguments.of("/api/changes?from=100", Changes.class),
                Arguments.of("/api/lineage?figure=coverage", Lineage.class),
                Arguments.of("/api/ledger", LedgerState.class));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void an_answer_reads_back_as_the_record_of_the_contract_and_nothing_is_lost(String path, Class<?> type)
            throws Exception {
        JsonMapper json = JsonMapper.builder().build();
        JsonNode answer = service.json(energy, path);
        assertThat(json.readTree(json.writeValueAsString(json.treeToValue(answer, type))))
                .isEqualTo(answer);
    }
}
