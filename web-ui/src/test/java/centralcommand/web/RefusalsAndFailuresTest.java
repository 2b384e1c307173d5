package centralcommand.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefusalsAndFailuresTest {

    private final Browser energy = RunningWeb.browser();

    @BeforeEach
    void signIn() {
        energy.signIn("/", "energy", "ENERGY", "AGENCY_STAFF");
    }

    @Test
    void a_command_goes_out_in_the_name_of_the_person_with_its_id_and_the_version_it_was_filled_from() {
        RunningWeb.COMMANDS.answers("/api/commands/report-forecast", 200, """
                {"commandId":"c-1","position":812,"events":[{"position":812,"type":"milestone-forecast-changed"}]}""");
        Map<String, String> form = form();
        String next = Browser.location(energy.post("/sample-form", form));
        assertThat(next).isEqualTo("/sample-form?minPosition=812");
        var asked = RunningWeb.COMMANDS.lastAsked();
        assertThat(asked.header("Authorization")).startsWith("Bearer access-energy-");
        assertThat(asked.header("Idempotency-key")).isEqualTo(form.get("commandId"));
        assertThat(asked.header("If-match")).isEqualTo("\"7\"");
        assertThat(asked.body()).isEqualTo("{\"date\":\"2027-03-31\"}");
        assertThat(energy.get(next).body()).contains("Recorded", "The date is on file.", "Ledger entry", ">812<");
        assertThat(energy.get(next).body()).as("a receipt is shown once").doesNotContain("The date is on file.");
    }

    @Test
    void a_refusal_about_a_field_stands_beside_it_and_the_form_gets_a_new_id() {
        refuse(422, "DATE_BEFORE_STATED", "The date lies before the day it was stated.", ",\"field\":\"date\"");
        Map<String, String> form = form();
        String page = energy.post("/sample-form", form).body();
        assertThat(page)
                .contains("<a href=\"#date\">The date lies before the day it was stated.</a>")
                .contains("value=\"2027-03-31\"");
        assertThat(Browser.hiddenFields(page).get("commandId")).isNotBlank().isNotEqualTo(form.get("commandId"));
    }

    @Test
    void a_refusal_about_no_field_of_this_form_stands_above_it_with_its_code() {
        refuse(403, "NOT_YOUR_PROGRAM", "Only the lead agency reports this milestone.", ",\"field\":\"milestoneId\"");
        assertThat(energy.post("/sample-form", form()).body())
                .contains("Only the lead agency reports this milestone.", ">NOT_YOUR_PROGRAM<");
    }

    @Test
    void when_nobody_answers_the_form_keeps_its_id_so_that_sending_again_is_safe() {
        RunningWeb.COMMANDS.answers("/api/commands/report-forecast", 503, "");
        Map<String, String> form = form();
        String page = energy.post("/sample-form", form).body();
        assertThat(page).contains("it is not known whether this was recorded", "value=\"2027-03-31\"");
        assertThat(Browser.hiddenFields(page)).containsEntry("commandId", form.get("commandId"));
    }

    @Test
    void a_query_goes_out_at_the_point_in_time_of_the_page() {
        RunningWeb.QUERIES.answers("/api/sample", 200, "{\"position\":5,\"word\":\"then\"}");
        assertThat(energy.get("/sample-table?asOf=2024-06-30&statedBy=2024-01-01&minPosition=4")
                        .body())
                .contains("then");
        var asked = RunningWeb.QUERIES.lastAsked();
        assertThat(asked.address())
                .isEqualTo("/api/sample?asOf=2024-06-30&statedBy=2024-01-01&minPosition=4&agency=ENERGY");
        assertThat(asked.header("Authorization")).startsWith("Bearer access-energy-");
    }

    @Test
    void a_service_that_is_away_gives_a_page_with_a_way_to_try_again() {
        RunningWeb.QUERIES.answers("/api/sample", 503, "");
        var away = energy.get("/sample-table?sort=title");
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.headers().firstValue("Retry-After")).contains("5");
        assertThat(away.body())
                .contains("Not to be had at the moment", "href=\"/sample-table?sort=title\">Try again", "Sign out")
                .doesNotContain("Exception");
    }

    @Test
    void the_same_in_a_part_of_a_page_is_a_notice_that_fits_into_it() {
        RunningWeb.QUERIES.answers("/api/sample", 503, "");
        assertThat(energy.get("/sample-table", "HX-Request", "true").body())
                .contains("role=\"alert\"", "Try again")
                .doesNotContain("<html", "<header");
    }

    @Test
    void what_the_query_service_refuses_is_said_in_its_own_words() {
        RunningWeb.QUERIES.answers(
                "/api/sample", 404, "{\"code\":\"UNKNOWN_PROGRAM\",\"detail\":\"No program is called zzz.\"}");
        var unknown = energy.get("/sample-table");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("There is nothing here", "No program is called zzz.");
        RunningWeb.QUERIES.answers("/api/sample", 400, "{\"detail\":\"asOf is neither a position nor a day.\"}");
        assertThat(energy.get("/sample-table?asOf=x%3Cy").body())
                .contains("asOf is neither a position nor a day.", "&lt;")
                .doesNotContain("x<y");
        RunningWeb.QUERIES.answers("/api/sample", 403, "{\"detail\":\"Not for other agencies.\"}");
        assertThat(energy.get("/sample-table").statusCode()).isEqualTo(403);
    }

    @Test
    void a_token_that_a_service_no_longer_accepts_leads_through_sign_in_to_the_same_page() {
        RunningWeb.QUERIES.answers("/api/sample", 401, "");
        assertThat(Browser.location(energy.get("/sample-table?sort=title")))
                .isEqualTo("/oauth2/authorization/central-command");
        RunningWeb.QUERIES.answers("/api/sample", 200, "{\"position\":5,\"word\":\"again\"}");
        String back = energy.signInFrom("/oauth2/authorization/central-command", "energy", "ENERGY", "AGENCY_STAFF");
        assertThat(back).endsWith("/sample-table?sort=title");
    }

    @Test
    void an_unknown_address_and_a_broken_page_stay_in_the_frame_and_tell_no_secrets() {
        assertThat(energy.get("/nowhere").statusCode()).isEqualTo(404);
        assertThat(energy.get("/nowhere").body()).contains("There is nothing here", "Sign out");
        var broken = energy.get("/sample-broken");
        assertThat(broken.statusCode()).isEqualTo(500);
        assertThat(broken.body())
                .contains("Something broke on our side", "Sign out")
                .doesNotContain("secret detail", "IllegalState");
    }

    private Map<String, String> form() {
        Map<String, String> form = new LinkedHashMap<>(
                Browser.hiddenFields(energy.get("/sample-form").body()));
        form.put("date", "2027-03-31");
        return form;
    }

    private static void refuse(int status, String code, String detail, String more) {
        RunningWeb.COMMANDS.answers(
                "/api/commands/report-forecast",
                status,
                "{\"status\":%d,\"code\":\"%s\",\"detail\":\"%s\"%s}".formatted(status, code, detail, more));
    }
}
