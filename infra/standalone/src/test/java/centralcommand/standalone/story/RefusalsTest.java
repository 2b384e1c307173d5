package centralcommand.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What is refused, how it is said, and that nothing but the refusal itself enters history. */
@ExtendWith(WithSample.class)
class RefusalsTest {
    private final RunningSystem system;

    RefusalsTest(RunningSystem system) {
        this.system = system;
    }

    @AfterEach
    void it_is_still_running() {
        assertThat(system.alive()).isTrue();
        system.api().query("czar", "/api/board").expecting(200);
    }

    @Test
    void an_agency_reporting_for_anothers_program_is_403() {
        Answer answer = refused(
                "energy",
                "report-forecast",
                Map.of("programId", "ucore-smc", "milestoneId", "ucore-first-prod", "date", Dates.IN_HALF_A_YEAR));
        assertProblem(answer, 403, "NOT_YOUR_PROGRAM", "");
    }

    @Test
    void whoever_proposed_a_baseline_may_not_approve_it_and_is_403() {
        Api api = system.api();
        long position = api.command(
                        "energy.approver",
                        "propose-baseline",
                        Map.of(
                                "programId", "cmi-hub",
                                "basis", "annual operating plan",
                                "milestones",
                                        List.of(Map.of(
                                                "milestoneId", "refusals-own-baseline",
                                                "title", "Next phase begins",
                                                "date", Dates.IN_HALF_A_YEAR,
                                                "precision", "MONTH"))))
                .expecting(200)
                .position();
        int baseline = api.query("auditor", "/api/programs/cmi-hub?minPosition=" + position)
                .expecting(200)
                .json()
                .get("baselines")
                .valueStream()
                .filter(each -> each.get("proposedBy").asString().equals("energy.approver"))
                .mapToInt(each -> each.get("baseline").asInt())
                .findFirst()
                .orElseThrow();

        Answer answer =
                refused("energy.approver", "approve-baseline", Map.of("programId", "cmi-hub", "baseline", baseline));
        assertProblem(answer, 403, "OWN_PROPOSAL", "");
    }

    @Test
    void a_forecast_before_its_own_stated_day_is_422_and_names_the_field() {
        Answer answer = refused(
                "energy",
                "report-forecast",
                Map.of(
                        "programId", "rer-upton",
                        "milestoneId", "rer-demo-ops",
                        "date", "2026-05-31",
                        "statedOn", "2026-06-01"));
        assertProblem(answer, 422, "FORECAST_BEFORE_STATED_DAY", "date");
    }

    @Test
    void a_milestone_that_is_not_there_is_404() {
        Answer answer = refused(
                "energy",
                "report-forecast",
                Map.of("programId", "rer-upton", "milestoneId", "no-such-one", "date", Dates.IN_HALF_A_YEAR));
        assertProblem(answer, 404, "UNKNOWN_MILESTONE", "milestoneId");
    }

    @Test
    void a_record_that_moved_since_it_was_read_is_412() {
        Api api = system.api();
        String version = api.query("energy", "/api/programs/rer-upton")
                .expecting(200)
                .json()
                .at("/program/version")
                .asString();
        String news = news("read at the same time");
        api.command("energy", "report-forecast", news, "If-Match", quoted(version))
                .expecting(200);

        long before = api.head();
        String later = news.replace("MONTH", "QUARTER");
        Answer answer = api.command("energy", "report-forecast", later, "If-Match", quoted(version));
        assertProblem(answer, 412, "STALE", "");
        assertOnlyRefusedSince(before, "energy");
    }

    @Test
    void text_in_a_number_is_400_says_where_and_leaves_no_trace() {
        Api api = system.api();
        long before = api.head();
        Answer answer = api.command(
                "energy",
                "report-production",
                Map.of(
                        "programId", "rer-upton",
                        "capacityId", "refusals-production",
                        "material", "NDPR_OXIDE",
                        "stage", "SEPARATION",
                        "tonnes", "many",
                        "year", 2025));
        assertProblem(answer, 400, "WRONG_TYPE", "tonnes");
        assertThat(api.command("energy", "approve-baseline", "{\"programId\":\"rer-upton\",\"baseline\":\"first\"}")
                        .text("field"))
                .isEqualTo("baseline");
        assertThat(api.head()).isEqualTo(before);
    }

    @Test
    void the_same_id_twice_is_one_event_and_one_answer_also_after_a_kill_and_with_another_body_409() {
        String id = Api.newId();
        String news = news("sent again");
        Answer first = system.api().command("energy", "report-forecast", news, "Idempotency-Key", id);
        first.expecting(200);
        long head = system.api().head();

        assertThat(system.api().command("energy", "report-forecast", news, "Idempotency-Key", id))
                .isEqualTo(first);
        system.kill();
        system.restart();
        Answer afterRestart = system.api().command("energy", "report-forecast", news, "Idempotency-Key", id);

        assertThat(afterRestart).isEqualTo(first);
        assertThat(system.api().head()).isEqualTo(head);
        String other = news.replace("MONTH", "QUARTER");
        assertThat(other).isNotEqualTo(news);
        Answer conflict = system.api().command("energy", "report-forecast", other, "Idempotency-Key", id);
        assertProblem(conflict, 409, "IDEMPOTENCY_KEY_USED", "");
        assertThat(system.api().head()).isEqualTo(head);
        assertThat(system.api().allRows("auditor", "/api/events?commandId=" + id))
                .hasSize(1);
    }

    @Test
    void a_refused_id_sent_again_is_refused_again_and_recorded_once() {
        String id = Api.newId();
        String body = Json.text(
                Map.of("programId", "ucore-smc", "milestoneId", "ucore-first-prod", "date", Dates.IN_HALF_A_YEAR));
        Answer first = system.api().command("energy", "report-forecast", body, "Idempotency-Key", id);
        long head = system.api().head();

        assertThat(first.status()).isEqualTo(403);
        assertThat(system.api().command("energy", "report-forecast", body, "Idempotency-Key", id))
                .isEqualTo(first);
        assertThat(system.api().head()).isEqualTo(head);
    }

    /** Sends what has to be refused, and sees that nothing but the refusal was recorded. */
    private Answer refused(String account, String command, Map<String, ?> fields) {
        long before = system.api().head();
        Answer answer = system.api().command(account, command, fields);
        assertThat(answer.status()).as(answer.body()).isGreaterThanOrEqualTo(400);
        assertOnlyRefusedSince(before, account);
        return answer;
    }

    private void assertOnlyRefusedSince(long before, String account) {
        List<JsonNode> since = system.api()
                .query("auditor", "/api/events?after=" + before + "&minPosition=" + (before + 1))
                .expecting(200)
                .rows();
        assertThat(since).hasSize(1);
        assertThat(since.getFirst().get("type").asString()).isEqualTo("command-refused");
        assertThat(since.getFirst().get("actor").asString()).isEqualTo(account);
    }

    private static void assertProblem(Answer answer, int status, String code, String field) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.text("code")).isEqualTo(code);
        assertThat(answer.text("detail")).isNotBlank();
        assertThat(answer.text("field")).isEqualTo(field);
    }

    private static String news(String narrative) {
        return Json.text(Map.of(
                "programId", "rer-upton",
                "milestoneId", "rer-demo-ops",
                "date", Dates.IN_HALF_A_YEAR,
                "precision", "MONTH",
                "narrative", narrative));
    }

    private static String quoted(String version) {
        return "\"" + version + "\"";
    }
}
