package centralcommand.web.command;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.web.Browser;
import centralcommand.web.RunningWeb;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommandPagesTest {
    private static final String CATALOG = """
            {"commands":[
              {"name":"propose-baseline","purpose":"Promise milestones.","roles":["AGENCY_STAFF"],"yields":["baseline-proposed"],
               "schema":{"type":"object","required":["programId","milestones"],"properties":{
                 "programId":{"type":"string","maxLength":64,"pattern":"^[a-z0-9-]+$"},
                 "basis":{"type":"string","maxLength":2000,"description":"What the dates rest on."},
                 "milestones":{"type":"array","items":{"type":"object","required":["title"],"properties":{
                    "title":{"type":"string"},"date":{"type":"string","format":"date"},
                    "precision":{"enum":["DAY","LATE_YEAR"]},"share":{"type":["number","null"]}}}}}}},
              {"name":"approve-program","purpose":"Take a program on.","roles":["CZAR"],"yields":["program-approved"],
               "schema":{"type":"object","required":["programId"],"properties":{"programId":{"type":"string"}}}}]}""";
    private static final String PATH = "/api/commands/propose-baseline";

    private final Browser energy = RunningWeb.browser();

    @BeforeEach
    void sign_in() {
        RunningWeb.COMMANDS.answers("/api/commands", 200, CATALOG);
        energy.signIn("/", "energy", "ENERGY", "AGENCY_STAFF");
    }

    @Test
    void only_commands_that_the_role_may_send_are_offered() {
        assertThat(energy.get("/commands").body()).contains("Propose baseline").doesNotContain("Approve program");
        assertThat(energy.get("/commands/approve-program").statusCode()).isEqualTo(403);
        assertThat(energy.get("/commands/no-such").statusCode()).isEqualTo(404);
    }

    @Test
    void a_form_is_filled_from_its_address_and_says_what_may_be_left_out() {
        String page = energy.get("/commands/propose-baseline?programId=ucore-smc&version=7")
                .body();

        assertThat(page)
                .contains("value=\"ucore-smc\"")
                .contains("Basis (optional)")
                .contains("What the dates rest on.")
                .contains("Late year")
                .contains("name=\"version\" value=\"7\"");
    }

    @Test
    void a_line_can_be_added_without_losing_what_was_typed_and_without_sending() {
        int before = RunningWeb.COMMANDS.asked.size();
        HttpResponse<String> more = send(typed("First oxides"), "more", "milestones");

        assertThat(more.body()).contains("value=\"First oxides\"").contains("Milestone 2");
        assertThat(RunningWeb.COMMANDS.asked.stream().skip(before).map(asked -> asked.method()))
                .containsOnly("GET");
    }

    @Test
    void what_was_typed_is_sent_as_the_command_and_ends_in_a_receipt() {
        RunningWeb.COMMANDS.answers(
                PATH,
                200,
                "{\"commandId\":\"c-1\",\"position\":41,\"events\":[{\"position\":41,\"type\":\"baseline-proposed\"}]}");

        HttpResponse<String> sent = send(typed("First oxides"));

        assertThat(RunningWeb.COMMANDS.lastAsked().body())
                .isEqualTo("{\"programId\":\"ucore-smc\",\"milestones\":[{\"title\":\"First oxides\"}]}");
        assertThat(RunningWeb.COMMANDS.lastAsked().header("If-match")).isEqualTo("\"7\"");
        assertThat(energy.get(Browser.location(sent)).body())
                .contains("Propose baseline: recorded.")
                .contains("/events/41");
    }

    @Test
    void everything_left_empty_is_named_at_once_at_its_field_and_nothing_is_sent() {
        int before = RunningWeb.COMMANDS.asked.size();
        Map<String, String> form = typed("");
        form.put("values['programId']", " ");

        HttpResponse<String> page = send(form);

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("Give the program id.", "Give the title.", "usa-input--error")
                .doesNotContain("programId is", "square brackets");
        assertThat(Browser.hiddenFields(page.body())).containsEntry("commandId", form.get("commandId"));
        assertThat(RunningWeb.COMMANDS.asked.stream().skip(before).map(asked -> asked.method()))
                .containsOnly("GET");
    }

    @Test
    void everything_in_the_wrong_form_is_named_at_once_and_what_was_typed_is_kept() {
        Map<String, String> form = typed("First oxides");
        form.put("values['programId']", "UCORE SMC");
        form.put("values['milestones[0].date']", "soon");
        form.put("values['milestones[0].share']", "lots");

        HttpResponse<String> page = send(form);

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains(
                        "Write the program id in this form: mountain-pass.",
                        "Give the date as a day, for example 2026-06-30.",
                        "Give the share as a number, for example 1000.")
                .contains("value=\"UCORE SMC\"", "value=\"First oxides\"", "value=\"lots\"");
    }

    @Test
    void what_the_service_cannot_read_is_said_with_the_label() {
        RunningWeb.COMMANDS.answers(
                PATH,
                400,
                "{\"code\":\"INVALID_VALUE\",\"detail\":\"milestones[0].title is out of range.\",\"field\":\"milestones[0].title\"}");

        assertThat(send(typed("First oxides")).body())
                .contains("The title is out of range.")
                .doesNotContain("milestones[0].title is");
    }

    @Test
    void a_refusal_stands_at_its_field_keeps_the_input_and_gets_a_new_command_id() {
        RunningWeb.COMMANDS.answers(
                PATH,
                422,
                "{\"code\":\"TITLE_TAKEN\",\"detail\":\"Give another title.\",\"field\":\"milestones[0].title\"}");
        Map<String, String> form = typed("First oxides");

        HttpResponse<String> refused = send(form);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Give another title.")
                .contains("value=\"First oxides\"")
                .contains("usa-input--error");
        assertThat(Browser.hiddenFields(refused.body()).get("commandId"))
                .isNotBlank()
                .isNotEqualTo(form.get("commandId"));
    }

    private Map<String, String> typed(String title) {
        String page = energy.get("/commands/propose-baseline?programId=ucore-smc&version=7")
                .body();
        Map<String, String> form = new LinkedHashMap<>(Browser.hiddenFields(page));
        form.put("values['programId']", "ucore-smc");
        form.put("values['milestones[0].title']", title);
        return form;
    }

    private HttpResponse<String> send(Map<String, String> form, String... more) {
        Map<String, String> all = new LinkedHashMap<>(form);
        if (more.length == 2) {
            all.put(more[0], more[1]);
        }
        return energy.postFromPage("/commands/propose-baseline", all);
    }
}
