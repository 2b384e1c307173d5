package centralcommand.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInTest {

    private static final String[] ANY = {"Accept", "*/*"};

    @Test
    void it_starts_alone_is_healthy_and_sends_a_stranger_to_the_provider_with_pkce() {
        Browser stranger = RunningWeb.browser();
        assertThat(stranger.get("/actuator/health", ANY).statusCode()).isEqualTo(200);
        assertThat(stranger.get("/actuator/health/liveness", ANY).body()).contains("UP");
        assertThat(stranger.get("/actuator/health/readiness", ANY).body()).contains("UP");

        String signIn = Browser.location(stranger.get("/"));
        assertThat(signIn).isEqualTo("/oauth2/authorization/central-command");
        String provider = Browser.location(stranger.get(signIn));
        assertThat(provider).startsWith(RunningWeb.IDENTITY.address() + "/authorize?");
        assertThat(Browser.parameters(URI.create(provider).getRawQuery()))
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("client_id", "web-ui")
                .containsKeys("code_challenge", "state", "nonce");
    }

    @ParameterizedTest
    @CsvSource({
        "energy, ENERGY, AGENCY_STAFF, /desk",
        "czar, , CZAR, /board",
        "auditor, , AUDITOR, /replay",
        "admin, , ADMIN, /admin/accounts",
        "guest, , SOMETHING_ELSE, /board"
    })
    void each_role_is_led_home(String name, String agency, String role, String home) {
        Browser browser = RunningWeb.browser();
        assertThat(browser.signIn("/", name, agency, role)).endsWith("/");
        assertThat(Browser.location(browser.get("/"))).isEqualTo(home);
    }

    @Test
    void the_code_is_redeemed_with_the_verifier_and_leads_back_to_the_page_that_was_wanted() {
        Browser browser = RunningWeb.browser();
        assertThat(browser.signIn("/sample-form?statedBy=2024-01-01", "energy", "ENERGY", "AGENCY_STAFF"))
                .endsWith("/sample-form?statedBy=2024-01-01");
        assertThat(RunningWeb.IDENTITY.lastTokenRequest).contains("code_verifier=");
        assertThat(browser.get("/sample-form?statedBy=2024-01-01").body())
                .contains("This page shows the past")
                .contains("only what was stated by the end of Jan 1, 2024")
                .contains("href=\"/sample-form\">Back to now")
                .contains("href=\"/board?statedBy=2024-01-01\"");
    }

    @Test
    void the_head_says_who_is_signed_in_and_offers_what_the_role_can_use() {
        Browser energy = RunningWeb.browser();
        energy.signIn("/", "energy.approver", "ENERGY", "AGENCY_STAFF", "AGENCY_APPROVER");
        assertThat(energy.get("/sample-form").body())
                .contains("energy.approver", "Energy, approver", "href=\"/desk\"", "href=\"/commands\"")
                .doesNotContain("href=\"/replay\"");
        Browser auditor = RunningWeb.browser();
        auditor.signIn("/", "auditor", null, "AUDITOR");
        assertThat(auditor.get("/sample-form").body())
                .contains("href=\"/replay\"", "href=\"/board\"")
                .doesNotContain("href=\"/desk\"", "href=\"/commands\"");
    }

    @Test
    void a_provider_that_refuses_leads_to_a_page_that_says_so() {
        Browser browser = RunningWeb.browser();
        browser.get("/");
        String failed = Browser.location(browser.get("/login/oauth2/code/central-command?code=made-up&state=made-up"));
        assertThat(failed).endsWith("/sign-in-failed");
        assertThat(browser.get("/sign-in-failed").body()).contains("You could not be signed in");
    }

    @Test
    void signing_out_ends_the_session() {
        Browser browser = RunningWeb.browser();
        browser.signIn("/", "energy", "ENERGY", "AGENCY_STAFF");
        String csrf = Browser.hiddenFields(browser.get("/sample-form").body()).get("_csrf");
        assertThat(Browser.location(browser.post("/sign-out", Map.of("_csrf", csrf))))
                .endsWith("/signed-out");
        assertThat(browser.get("/signed-out").body()).contains("You are signed out");
        assertThat(browser.get("/sample-form").statusCode()).isEqualTo(302);
    }

    @Test
    void signing_out_of_a_session_that_has_already_ended_is_no_error() {
        Browser browser = RunningWeb.browser();
        assertThat(Browser.location(browser.postFromPage("/sign-out", Map.of("_csrf", "old"))))
                .endsWith("/signed-out");
    }

    @Test
    void a_partial_request_without_a_session_makes_the_whole_page_reload() {
        var answer = RunningWeb.browser().get("/sample-table", "HX-Request", "true");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("HX-Refresh")).contains("true");
    }

    @Test
    void a_stream_without_a_session_ends_instead_of_following_a_redirect() {
        var answer = RunningWeb.browser().get("/sample-stream", "Accept", "text/event-stream");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void metrics_are_read_on_this_machine_and_no_other_management_address_is_open() {
        Browser stranger = RunningWeb.browser();
        assertThat(stranger.get("/actuator/prometheus", ANY).body()).contains("jvm_memory_used_bytes");
        assertThat(stranger.get("/actuator/env").statusCode()).isEqualTo(302);
    }
}
