package centralcommand.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centralcommand.web.StubService;
import centralcommand.web.identity.SignInAgain;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

class ServiceClientsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private StubService service;

    record Answer(long position, List<String> rows) {}

    @BeforeEach
    void start() throws IOException {
        service = new StubService();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void a_receipt_says_where_the_command_stands() {
        service.answers("/api/commands/confirm-unchanged", 200, """
                {"commandId":"c","position":9,"events":[{"position":8,"type":"a"},{"position":9,"type":"b"}]}""");
        assertThat(commands().send("confirm-unchanged", Map.of("lines", List.of("a")), "c", null))
                .isEqualTo(new Outcome.Receipt(
                        "c", 9, List.of(new Outcome.Recorded(8, "a"), new Outcome.Recorded(9, "b"))));
        assertThat(service.lastAsked().header("If-match")).isEmpty();
    }

    @Test
    void a_command_that_changed_nothing_has_a_receipt_without_events() {
        service.answers("/api/commands/confirm-unchanged", 200, "{\"commandId\":\"c\",\"position\":9}");
        assertThat(commands().send("confirm-unchanged", Map.of(), "c", null))
                .isEqualTo(new Outcome.Receipt("c", 9, List.of()));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 409, 412, 413, 422, 429})
    void a_problem_is_a_refusal_with_its_code_sentence_and_field(int status) {
        service.answers("/api/commands/report-forecast", status, """
                {"type":"about:blank","title":"Refused","status":%d,"code":"A_CODE","detail":"A sentence.","field":"date"}""".formatted(status));
        assertThat(commands().send("report-forecast", Map.of(), "c", 3L))
                .isEqualTo(new Outcome.Refused(status, "A_CODE", "A sentence.", "date"));
    }

    @Test
    void an_answer_that_is_no_problem_document_still_gives_a_sentence() {
        service.answers("/api/commands/report-forecast", 413, "<html>Too large</html>");
        assertThat(commands().send("report-forecast", Map.of(), "c", null))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
                    assertThat(refused.code()).isEqualTo("HTTP_413");
                    assertThat(refused.detail()).contains("413");
                    assertThat(refused.field()).isNull();
                });
        service.answers("/api/commands/report-forecast", 400, "");
        assertThat(commands().send("report-forecast", Map.of(), "c", null)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void only_412_says_that_the_record_has_moved() {
        assertThat(new Outcome.Refused(412, "STALE", "It moved.", null).stale()).isTrue();
        assertThat(new Outcome.Refused(422, "RULE", "No.", null).stale()).isFalse();
    }

    @Test
    void a_dead_a_failing_and_an_unreadable_command_service_leave_the_end_unknown() throws IOException {
        service.answers("/api/commands/report-forecast", 500, "{}");
        assertThat(commands().send("report-forecast", Map.of(), "c", null)).isInstanceOf(Outcome.Unavailable.class);
        service.answers("/api/commands/report-forecast", 200, "not json");
        assertThat(commands().send("report-forecast", Map.of(), "c", null)).isInstanceOf(Outcome.Unavailable.class);
        var dead = new CommandApi(new ServiceCalls("command service", client(nobodyListens()), () -> "a-token"), JSON);
        assertThat(dead.send("report-forecast", Map.of(), "c", null)).isInstanceOf(Outcome.Unavailable.class);
    }

    @Test
    void a_token_that_is_refused_is_no_refusal_of_the_command() {
        service.answers("/api/commands/report-forecast", 401, "");
        assertThatThrownBy(() -> commands().send("report-forecast", Map.of(), "c", null))
                .isInstanceOf(SignInAgain.class);
    }

    @Test
    void a_command_name_can_lead_to_no_other_address() {
        assertThatThrownBy(() -> commands().send("../queries", Map.of(), "c", null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(service.asked).isEmpty();
    }

    @Test
    void parameters_are_encoded_filled_into_the_path_and_left_out_where_they_are_empty() {
        service.answers("/api/programs/a b", 200, "{\"position\":1,\"rows\":[\"x\"],\"later\":true}");
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("programId", "a b");
        parameters.put("agency", "");
        parameters.put("text", "x&y=z{1}");
        assertThat(queries(Map.of()).get("/api/programs/{programId}", parameters, Answer.class))
                .isEqualTo(new Answer(1, List.of("x")));
        assertThat(service.lastAsked().address()).isEqualTo("/api/programs/a%20b?text=x%26y%3Dz%7B1%7D");
    }

    @Test
    void a_parameter_given_explicitly_comes_before_the_point_in_time_of_the_page() {
        service.answers("/api/board", 200, "{\"position\":1,\"rows\":[]}");
        queries(Map.of("asOf", "812", "statedBy", "2024-01-01")).get("/api/board", Map.of("asOf", "811"), Answer.class);
        assertThat(service.lastAsked().address())
                .contains("asOf=811")
                .contains("statedBy=2024-01-01")
                .doesNotContain("812");
    }

    @Test
    void a_refused_query_keeps_status_code_and_sentence() {
        service.answers("/api/board", 400, "{\"code\":\"UNREADABLE\",\"detail\":\"No such day.\",\"field\":\"asOf\"}");
        assertThatThrownBy(() -> queries(Map.of()).get("/api/board", Map.of(), Answer.class))
                .isInstanceOfSatisfying(QueryRefused.class, refused -> {
                    assertThat(refused.status()).isEqualTo(400);
                    assertThat(refused.code()).isEqualTo("UNREADABLE");
                    assertThat(refused.field()).isEqualTo("asOf");
                    assertThat(refused).hasMessage("No such day.");
                });
    }

    @Test
    void an_answer_without_end_is_not_read_to_its_end() {
        service.answers("/api/board", 200, "x".repeat(ServiceCalls.MOST_BYTES + 1));
        assertThatThrownBy(() -> queries(Map.of()).get("/api/board", Map.of(), Answer.class))
                .isInstanceOf(ServiceAway.class)
                .hasMessageContaining("too large");
    }

    @Test
    void a_service_that_hangs_is_given_up_in_time() throws IOException {
        try (var silent = new ServerSocket(0)) {
            var address = "http://127.0.0.1:" + silent.getLocalPort();
            var queries = new QueryApi(
                    new ServiceCalls("query service", client(address), () -> "a-token"), JSON, address, Map::of);
            assertThatThrownBy(() -> queries.get("/api/board", Map.of(), Answer.class))
                    .isInstanceOf(ServiceAway.class)
                    .hasMessageContaining("query service");
        }
    }

    private CommandApi commands() {
        return new CommandApi(new ServiceCalls("command service", client(service.address()), () -> "a-token"), JSON);
    }

    private QueryApi queries(Map<String, String> pointInTime) {
        return new QueryApi(
                new ServiceCalls("query service", client(service.address()), () -> "a-token"),
                JSON,
                service.address(),
                () -> pointInTime);
    }

    private static RestClient client(String address) {
        var base = URI.create(address);
        var addresses = new ServiceAddresses(base, base, Duration.ofSeconds(1), Duration.ofMillis(1500));
        return ServiceConfiguration.client(RestClient.builder(), base, addresses);
    }

    private static String nobodyListens() throws IOException {
        try (var free = new ServerSocket(0)) {
            return "http://127.0.0.1:" + free.getLocalPort();
        }
    }
}
