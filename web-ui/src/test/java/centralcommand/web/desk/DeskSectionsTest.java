package centralcommand.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.query.contract.board.Decision;
import centralcommand.query.contract.board.MilestoneStatus;
import centralcommand.web.Browser;
import centralcommand.web.RunningWeb;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DeskSectionsTest {
    private final Browser energy = RunningWeb.browser();
    private final Browser approver = RunningWeb.browser();
    private DeskStub services;

    @BeforeEach
    void two_entries_wait_one_of_them_the_approvers_own() {
        services = new DeskStub();
        services.milestone("rer-demo-ops", "rer-upton", MilestoneStatus.LATE, LocalDate.of(2026, 12, 31));
        services.waits(501, "energy");
        services.waits(502, "energy.approver");
        energy.signIn("/", "energy", "ENERGY", "AGENCY_STAFF");
        approver.signIn("/", "energy.approver", "ENERGY", "AGENCY_APPROVER");
    }

    private static FilledForm form(Browser browser, String page, String action) {
        return FilledForm.of(browser.get(page).body(), action);
    }

    @Test
    void staff_see_what_waits_and_who_can_release_it_but_have_nothing_to_press() {
        String page = energy.get("/desk/release").body();

        assertThat(page)
                .contains("An approver of", "Says forecast-reported of rer-demo-ops")
                .doesNotContain("Release the ticked", "type=\"checkbox\"", "Change this");
        assertThat(energy.get("/desk/certify").statusCode()).isEqualTo(403);
        assertThat(energy.get("/desk/baselines").statusCode()).isEqualTo(403);
        assertThat(energy.post(
                                "/desk/release",
                                form(energy, "/desk", "/sign-out")
                                        .with("positions", "501")
                                        .fields())
                        .statusCode())
                .isEqualTo(403);
        assertThat(services.carriedOut).isEmpty();
    }

    @Test
    void an_approver_releases_the_ticked_entries_but_never_their_own() {
        String page = approver.get("/desk/release").body();
        FilledForm release = FilledForm.of(page, "/desk/release");

        assertThat(page).contains("Yours: another approver releases it", "The promise: second half of 2026.");
        assertThat(release.values("all")).containsExactly("501");
        HttpResponse<String> sent = approver.post(
                "/desk/release",
                release.with("positions", "501").press("which", "ticked").fields());

        assertThat(Browser.location(sent)).isEqualTo("/desk/release?minPosition=1001");
        assertThat(services.carriedOut.getFirst().body().toString()).isEqualTo("{\"positions\":[501]}");
        assertThat(approver.get(Browser.location(sent)).body()).contains("1 entry is now the word of Energy");
    }

    @Test
    void all_that_is_shown_can_be_released_at_once_and_a_second_click_releases_nothing_twice() {
        List<Map.Entry<String, String>> fields = form(approver, "/desk/release", "/desk/release")
                .press("which", "all")
                .fields();

        approver.post("/desk/release", fields);
        approver.post("/desk/release", fields);

        assertThat(services.carriedOutNames()).containsExactly("release-entries");
    }

    @Test
    void releasing_without_a_tick_is_no_command_and_a_refusal_keeps_the_ticks() {
        FilledForm release = form(approver, "/desk/release", "/desk/release").press("which", "ticked");
        assertThat(approver.post("/desk/release", release.fields()).body())
                .contains("Tick at least one entry.")
                .doesNotContain("NOTHING_CHOSEN", "cc-code");
        assertThat(services.carriedOut).isEmpty();

        services.refuses("release-entries", 403, "OWN_ENTRY", "You may not release what you submitted.", null);
        String refused = approver.post(
                        "/desk/release", release.with("positions", "501").fields())
                .body();

        assertThat(refused).contains("You may not release what you submitted.", "OWN_ENTRY");
        FilledForm again = FilledForm.of(refused, "/desk/release");
        assertThat(again.values("positions")).containsExactly("501");
        assertThat(again.value("commandId")).isNotEqualTo(release.value("commandId"));
    }

    @Test
    void an_approver_changes_how_entries_are_released() {
        FilledForm policy = form(approver, "/desk/release", "/desk/policy").with("policy", "AT_ONCE");

        approver.post("/desk/policy", policy.fields());

        assertThat(services.carriedOut.getFirst().body().toString())
                .isEqualTo("{\"agency\":\"ENERGY\",\"policy\":\"AT_ONCE\"}");
    }

    @Test
    void an_entry_can_be_taken_back_with_a_reason_until_it_is_released() {
        services.submitted(600);
        String entries = energy.get("/desk/entries").body();
        assertThat(entries).contains("/desk/withdraw?position=600", "waits for release by an approver of Energy");

        FilledForm withdraw = form(energy, "/desk/withdraw?position=600", "/desk/withdraw");
        assertThat(energy.post("/desk/withdraw", withdraw.fields()).body()).contains("Say in one sentence why");
        HttpResponse<String> sent = energy.post(
                "/desk/withdraw", withdraw.with("reason", "Wrong milestone.").fields());

        assertThat(Browser.location(sent)).isEqualTo("/desk/entries?minPosition=1001");
        assertThat(services.carriedOut.getFirst().body().toString())
                .isEqualTo("{\"position\":600,\"reason\":\"Wrong milestone.\"}");
    }

    @Test
    void certifying_says_what_is_missing_and_lists_what_is_certified() {
        services.certified.add(YearMonth.of(2026, 10));
        String page = approver.get("/desk/certify").body();
        FilledForm certify = FilledForm.of(page, "/desk/certify");

        assertThat(page)
                .contains("2 entries wait", "Nothing was said of 1 milestone", "Title of rer-demo-ops", "October 2026");
        assertThat(certify.value("month")).isEqualTo("2026-11");
        approver.post("/desk/certify", certify.fields());
        assertThat(services.carriedOut.getFirst().body().toString())
                .isEqualTo("{\"agency\":\"ENERGY\",\"month\":\"2026-11\"}");
    }

    @Test
    void a_first_baseline_is_approved_or_sent_back_with_a_reason() {
        services.toDecide.add(new Decision(
                "approve-baseline", new ProgramId("rer-upton"), 1, "energy asks", LocalDate.of(2026, 11, 1), 400));
        services.program("rer-upton", "Upton demonstration plant");
        String page = approver.get("/desk/baselines").body();
        FilledForm decide = FilledForm.of(page, "/desk/baselines");

        assertThat(page).contains("Upton demonstration plant", "Approve baselines (1)");
        assertThat(approver.post(
                                "/desk/baselines",
                                decide.press("decision", "return").fields())
                        .body())
                .contains(
                        "Say in one sentence why it goes back.",
                        "href=\"#reason\"",
                        "aria-describedby=\"reason-error\"");
        assertThat(services.carriedOut).isEmpty();
        FilledForm approve = FilledForm.of(page, "/desk/baselines").press("decision", "approve");
        approver.post("/desk/baselines", approve.fields());
        approver.post(
                "/desk/baselines",
                decide.with("reason", "No basis.").with("commandId", "another").fields());
        assertThat(services.carriedOutNames()).containsExactly("approve-baseline", "return-baseline");
        assertThat(services.carriedOut.getLast().body().toString())
                .isEqualTo("{\"programId\":\"rer-upton\",\"baseline\":1,\"reason\":\"No basis.\"}");
    }

    @Test
    void refusals_are_shown_with_what_was_asked_and_empty_sections_say_so() {
        assertThat(energy.get("/desk/refusals").body()).contains("Nothing you sent was refused.");
        assertThat(energy.get("/desk/entries").body()).contains("You have not submitted anything yet.");
        services.toRelease.clear();
        assertThat(approver.get("/desk/release").body()).contains("Nothing waits for release.");
        assertThat(approver.get("/desk/baselines").body()).contains("No baseline waits for your approval.");
        services.refused.add(DeskStub.event(
                700, "report-forecast", JsonMapper.builder().build().createObjectNode(), "c-1", "energy"));
        assertThat(energy.get("/desk/refusals").body()).contains("report-forecast", "As it was sent");
    }
}
