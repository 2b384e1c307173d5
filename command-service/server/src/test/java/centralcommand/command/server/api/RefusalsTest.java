package centralcommand.command.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.clearance.CommandRefused;
import centralcommand.command.server.RunningService;
import centralcommand.command.server.RunningService.Answer;
import centralcommand.command.server.TestTokens;
import centralcommand.ledger.RecordedEvent;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is refused leaves history untouched apart from the refusal; what is no command leaves not even that. */
class RefusalsTest {
    @TempDir
    static Path folder;

    private static TestTokens tokens;
    private static RunningService service;
    private static People people;
    private long before;

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

    @BeforeEach
    void remember() {
        before = service.ledger().head();
    }

    @AfterEach
    void the_service_still_takes_commands() {
        Answer answer = service.send(
                people.energyApprover(), "set-release-policy", "{\"agency\":\"ENERGY\",\"policy\":\"BY_APPROVER\"}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.types()).isEmpty();
    }

    private static void isProblem(Answer answer, int status, String code, String field) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.headers().get("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.field()).isEqualTo(field);
        JsonNode problem = answer.json();
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asString()).isNotBlank();
        assertThat(problem.get("detail").asString()).isNotBlank();
    }

    private void onlyTheRefusalIsRecorded(String command, String code) {
        List<RecordedEvent> recorded = service.recordedAfter(before);
        assertThat(recorded).extracting(RecordedEvent::type).containsExactly("command-refused");
        CommandRefused refused =
                JsonMapper.builder().build().readValue(recorded.getFirst().payload(), CommandRefused.class);
        assertThat(refused.command()).isEqualTo(command);
        assertThat(refused.rejection().code()).isEqualTo(code);
        assertThat(refused.payload()).startsWith("{");
    }

    private void nothingIsRecorded() {
        assertThat(service.recordedAfter(before)).isEmpty();
    }

    @Test
    void an_agency_that_neither_leads_nor_supports_may_not_report() {
        Answer answer = service.send(
                people.energy(), "report-forecast", People.forecast("ucore-smc", "ucore-first-prod", "2027-06-30"));
        isProblem(answer, 403, "NOT_YOUR_PROGRAM", "");
        onlyTheRefusalIsRecorded("report-forecast", "NOT_YOUR_PROGRAM");
    }

    @Test
    void an_approver_may_not_approve_the_baseline_that_they_proposed() {
        People.done(service.send(
                people.energyApprover(), "propose-baseline", People.baseline("rer-upton", "rer-second-line")));
        remember();
        Answer answer = service.send(
                people.energyApprover(), "approve-baseline", "{\"programId\":\"rer-upton\",\"baseline\":2}");
        isProblem(answer, 403, "OWN_PROPOSAL", "");
        onlyTheRefusalIsRecorded("approve-baseline", "OWN_PROPOSAL");
    }

    @Test
    void a_forecast_may_not_end_before_its_own_stated_day() {
        Answer answer = service.send(
                people.energy(), "report-forecast", People.forecast("rer-upton", "rer-demo-ops", "2026-06-14"));
        isProblem(answer, 422, "FORECAST_BEFORE_STATED_DAY", "date");
        onlyTheRefusalIsRecorded("report-forecast", "FORECAST_BEFORE_STATED_DAY");
    }

    @Test
    void an_unknown_milestone_is_not_found() {
        Answer answer = service.send(
                people.energy(), "report-forecast", People.forecast("rer-upton", "no-such-milestone", "2027-06-30"));
        isProblem(answer, 404, "UNKNOWN_MILESTONE", "milestoneId");
        onlyTheRefusalIsRecorded("report-forecast", "UNKNOWN_MILESTONE");
    }

    @Test
    void an_unknown_program_is_not_found() {
        Answer answer = service.send(
                people.energy(), "report-forecast", People.forecast("no-such-program", "rer-demo-ops", "2027-06-30"));
        isProblem(answer, 404, "UNKNOWN_PROGRAM", "programId");
        onlyTheRefusalIsRecorded("report-forecast", "UNKNOWN_PROGRAM");
    }

    @Test
    void what_is_not_released_is_unknown_to_the_czar() {
        People.done(service.send(people.energy(), "propose-program", People.program("hidden-program", "ENERGY")));
        remember();
        Answer hidden = service.send(people.czar(), "approve-program", "{\"programId\":\"hidden-program\"}");
        isProblem(hidden, 404, "UNKNOWN_PROGRAM", "programId");
        Answer absent = service.send(people.czar(), "approve-program", "{\"programId\":\"absent-program\"}");
        assertThat(hidden.text().replace("hidden", "absent")).isEqualTo(absent.text());
    }

    @Test
    void a_stale_form_is_told_so() {
        String body = "{\"programId\":\"rer-upton\",\"place\":\"Wyoming %s\"}";
        long version = service.ledger().lastSequence("program/rer-upton");
        Answer stale = service.send(
                people.energy(), "amend-program", body.formatted(1), "If-Match", "\"" + (version - 1) + "\"");
        isProblem(stale, 412, "STALE", "");
        assertThat(stale.json().get("detail").asString())
                .startsWith("The record is at version %d, not %d.".formatted(version, version - 1));
        onlyTheRefusalIsRecorded("amend-program", "STALE");
        People.done(
                service.send(people.energy(), "amend-program", body.formatted(2), "If-Match", "\"" + version + "\""));
    }

    @Test
    void who_may_not_send_a_command_at_all_is_refused() {
        isProblem(
                service.send(people.auditor(), "approve-program", "{\"programId\":\"rer-upton\"}"),
                403,
                "ROLE_MISSING",
                "");
        onlyTheRefusalIsRecorded("approve-program", "ROLE_MISSING");
        String nobody = tokens.of("nobody", null, "AGENCY_STAFF");
        isProblem(
                service.send(nobody, "withdraw-entry", "{\"position\":1,\"reason\":\"wrong\"}"),
                403,
                "AGENCY_MISSING",
                "");
    }

    @Test
    void text_in_a_number_is_said_with_its_place() {
        String body = """
                {"programId":"rer-upton","capacityId":"rer-figure","material":"NDPR_OXIDE","stage":"SEPARATION",
                 "tonnesPerYear":"a lot","kind":"PLANNED"}""";
        Answer answer = service.send(people.energy(), "pledge-capacity", body);
        isProblem(answer, 400, "WRONG_TYPE", "tonnesPerYear");
        assertThat(answer.json().get("detail").asString())
                .isEqualTo("tonnesPerYear is text (\"a lot\"). Write a number, for example 1000.");
        nothingIsRecorded();
    }

    @Test
    void what_is_no_command_is_said_with_its_place_and_not_recorded() {
        String forecast = People.forecast("rer-upton", "rer-demo-ops", "2027-06-30");
        isProblem(service.send(people.energy(), "report-forecast", "{\"programId\":"), 400, "MALFORMED_JSON", "");
        isProblem(service.send(people.energy(), "report-forecast", ""), 400, "MALFORMED_JSON", "");
        isProblem(service.send(people.energy(), "report-forecast", "[]"), 400, "WRONG_TYPE", "");
        isProblem(
                service.send(people.energy(), "report-forecast", forecast.replace("\"cause\"", "\"couse\"")),
                400,
                "UNKNOWN_FIELD",
                "couse");
        isProblem(
                service.send(people.energy(), "report-forecast", forecast.replace("\"2027-06-30\"", "null")),
                400,
                "MISSING_FIELD",
                "date");
        isProblem(
                service.send(people.energy(), "report-forecast", forecast.replace("2027-06-30", "30/06/2027")),
                400,
                "INVALID_VALUE",
                "date");
        isProblem(
                service.send(people.energy(), "report-forecast", forecast.replace("2027-06-30", "9999-01-01")),
                400,
                "INVALID_VALUE",
                "date");
        isProblem(
                service.send(people.energy(), "report-forecast", forecast.replace("PERMITTING", "WEATHER")),
                400,
                "INVALID_VALUE",
                "cause");
        isProblem(
                service.send(
                        people.energy(),
                        "report-forecast",
                        forecast.replace("\"cause\"", "\"date\":\"2027-01-01\",\"cause\"")),
                400,
                "MALFORMED_JSON",
                "");
        isProblem(
                service.send(
                        people.energy(),
                        "propose-baseline",
                        People.baseline("rer-upton", "rer-x").replace("rer-x", "Not An Id")),
                400,
                "INVALID_VALUE",
                "milestones[0].milestoneId");
        isProblem(
                service.send(people.energy(), "report-forecast", forecast, "If-Match", "12"),
                400,
                "IF_MATCH_MALFORMED",
                "");
        isProblem(
                service.send(people.energyApprover(), "release-entries", "{\"positions\":[1]}", "If-Match", "\"12\""),
                400,
                "IF_MATCH_WITHOUT_RECORD",
                "");
        isProblem(
                service.send(people.energy(), "report-forecast", forecast, "Idempotency-Key", "two words"),
                400,
                "IDEMPOTENCY_KEY_MALFORMED",
                "");
        nothingIsRecorded();
    }

    @Test
    void what_cannot_be_read_is_said_in_words_of_the_service() {
        String approval = "{\"programId\":\"rer-upton\"}";
        saysInItsOwnWords("approve-program", approval + " {}", "MALFORMED_JSON", "", "Something follows the command");
        saysInItsOwnWords("approve-program", "[".repeat(2_000), "MALFORMED_JSON", "", "The body is nested too deep");
        saysInItsOwnWords("approve-program", "{\"programId\":", "MALFORMED_JSON", "", "The body is not JSON at line 1");
        saysInItsOwnWords("approve-program", "  ", "MALFORMED_JSON", "", "The body is empty");
        saysInItsOwnWords(
                "approve-program",
                "{\"programId\":\"a\",\"programId\":\"b\"}",
                "MALFORMED_JSON",
                "",
                "The same field is written twice");
        saysInItsOwnWords("approve-program", "7", "WRONG_TYPE", "", "The body is the number 7.");
        nothingIsRecorded();
    }

    @Test
    void an_amount_is_in_a_currency_that_exists() {
        for (String code : List.of("ZZZ", "XXX")) {
            String body = """
                    {"fundingId":"rer-loan","programId":"rer-upton","instrument":"LOAN","payer":"DOE","authority":"Act",
                     "amount":{"amount":"60.00","currency":"%s"},"column":"BOUND","sourceWord":"awarded",
                     "columnBasis":"an award"}""".formatted(code);
            saysInItsOwnWords(
                    "record-funding",
                    body,
                    "INVALID_VALUE",
                    "amount.currency",
                    "amount.currency is \"%s\", which is no currency of ISO 4217.".formatted(code));
        }
        nothingIsRecorded();
    }

    private void saysInItsOwnWords(String command, String body, String code, String field, String start) {
        Answer answer = service.send(people.energy(), command, body);
        isProblem(answer, 400, code, field);
        assertThat(answer.json().get("detail").asString()).startsWith(start).doesNotContain("java.", "`", "Jackson");
    }

    @Test
    void who_has_no_valid_token_is_turned_away() {
        String body = "{\"programId\":\"rer-upton\"}";
        isProblem(service.send("", "approve-program", body), 401, "UNAUTHENTICATED", "");
        isProblem(service.send("not.a.token", "approve-program", body), 401, "UNAUTHENTICATED", "");
        isProblem(service.send(tokens.expired("czar"), "approve-program", body), 401, "UNAUTHENTICATED", "");
        isProblem(service.send(tokens.forAnotherAudience("czar"), "approve-program", body), 401, "UNAUTHENTICATED", "");
        isProblem(service.get("/api/commands", ""), 401, "UNAUTHENTICATED", "");
        nothingIsRecorded();
    }

    @Test
    void a_body_may_be_a_quarter_of_a_megabyte_and_no_more() {
        String start = "{\"programId\":\"rer-upton\"";
        String largest = start + " ".repeat(CommandEndpoint.MOST_BYTES - start.length() - 1) + "}";
        assertThat(largest.getBytes(StandardCharsets.UTF_8)).hasSize(CommandEndpoint.MOST_BYTES);
        isProblem(service.send(people.czar(), "approve-program", largest), 422, "PROGRAM_NOT_PROPOSED", "programId");
        remember();
        isProblem(service.send(people.czar(), "approve-program", largest + " "), 413, "BODY_TOO_LARGE", "");
        nothingIsRecorded();
    }

    @Test
    void other_addresses_methods_and_types_are_problems_too() {
        isProblem(service.send(people.czar(), "launch-rocket", "{}"), 404, "UNKNOWN_COMMAND", "");
        isProblem(service.get("/elsewhere", people.czar()), 404, "NOT_FOUND", "");
        isProblem(service.get("/api/commands/approve-program", people.czar()), 405, "METHOD_NOT_ALLOWED", "");
        HttpRequest asText = HttpRequest.newBuilder(service.address().resolve("/api/commands/approve-program"))
                .header("Authorization", "Bearer " + people.czar())
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{}"))
                .build();
        isProblem(service.answer(asText), 415, "UNSUPPORTED_MEDIA_TYPE", "");
        nothingIsRecorded();
    }

    @Test
    void a_long_refused_body_is_kept_only_in_part() {
        String body = People.forecast("ucore-smc", "ucore-first-prod", "2027-06-30")
                .replace("A permit is late.", "x".repeat(2_000))
                .replace("monthly report", "y".repeat(2_000));
        assertThat(service.send(people.energy(), "report-forecast", body).status())
                .isEqualTo(403);
        CommandRefused refused = JsonMapper.builder()
                .build()
                .readValue(service.recordedAfter(before).getFirst().payload(), CommandRefused.class);
        assertThat(refused.payload()).hasSize(CommandRefused.LONGEST_PAYLOAD);
    }
}
