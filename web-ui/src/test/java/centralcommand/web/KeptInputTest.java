package centralcommand.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeptInputTest {

    private static final String SIGN_IN = "/oauth2/authorization/central-command";

    @Test
    void what_was_typed_survives_an_expired_session_and_waits_in_the_form() {
        Browser browser = signedIn("energy");
        Map<String, String> typed = typed(browser);
        browser.loseSession();

        var lost = browser.postFromPage("/sample-form?statedBy=2024-01-01", typed);
        assertThat(lost.statusCode()).isEqualTo(303);
        assertThat(Browser.location(lost)).isEqualTo(SIGN_IN);
        String back = browser.signInFrom(SIGN_IN, "energy", "ENERGY", "AGENCY_STAFF");
        assertThat(back).endsWith("/sample-form?statedBy=2024-01-01");
        assertThat(browser.get(back).body())
                .contains("Your session had ended before this reached us")
                .contains("value=\"2027-03-31\"")
                .contains("Shaft flooded &amp; pumped")
                .contains("value=\"" + typed.get("commandId") + "\"")
                .doesNotContain("hunter2");
        assertThat(browser.get(back).body()).doesNotContain("Your session had ended", "2027-03-31");
    }

    @Test
    void a_token_that_was_replaced_by_another_tab_costs_no_input_either() {
        Browser browser = signedIn("energy");
        Map<String, String> typed = typed(browser);
        typed.put("_csrf", "of-another-tab");
        String back = Browser.location(browser.postFromPage("/sample-form", typed));
        assertThat(back).isEqualTo("/sample-form");
        assertThat(browser.get(back).body()).contains("Not sent yet", "value=\"2027-03-31\"");
    }

    @Test
    void a_partial_request_is_sent_the_same_way() {
        Browser browser = signedIn("energy");
        Map<String, String> typed = typed(browser);
        browser.loseSession();
        var lost = browser.postFromPage("/sample-form", typed, "HX-Request", "true");
        assertThat(lost.headers().firstValue("HX-Redirect")).contains(SIGN_IN);
    }

    @Test
    void nobody_but_the_writer_is_shown_what_was_kept() {
        Browser browser = signedIn("energy");
        Map<String, String> typed = typed(browser);
        browser.loseSession();
        browser.postFromPage("/sample-form", typed);
        String back = browser.signInFrom(SIGN_IN, "interior", "INTERIOR", "AGENCY_STAFF");
        assertThat(browser.get(back).body()).doesNotContain("Shaft flooded", "2027-03-31");
    }

    @Test
    void a_form_of_another_site_is_refused_and_leaves_nothing_behind() {
        Browser browser = signedIn("energy");
        Map<String, String> typed = typed(browser);
        browser.loseSession();
        var refused = browser.post("/sample-form", typed, "Origin", "https://elsewhere.example");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Not open to you");
        assertThat(browser.post("/sample-form", typed, "Sec-Fetch-Site", "cross-site", "Origin", RunningWeb.ADDRESS)
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.post("/sample-form", typed).statusCode()).isEqualTo(403);
        browser.signInFrom(SIGN_IN, "energy", "ENERGY", "AGENCY_STAFF");
        assertThat(browser.get("/sample-form").body()).doesNotContain("Not sent yet", "2027-03-31");
    }

    @Test
    void too_much_is_not_kept_and_the_page_says_so() {
        Browser browser = signedIn("energy");
        Map<String, String> typed = typed(browser);
        typed.put("narrative", "x".repeat(64 * 1024));
        browser.loseSession();
        browser.postFromPage("/sample-form", typed);
        String back = browser.signInFrom(SIGN_IN, "energy", "ENERGY", "AGENCY_STAFF");
        assertThat(browser.get(back).body()).contains("too much of it to").doesNotContain("xxxx");
    }

    @Test
    void a_form_can_name_the_page_that_shows_it_but_never_another_site() {
        Browser browser = signedIn("energy");
        Map<String, String> typed = typed(browser);
        typed.put("_csrf", "gone");
        typed.put("_page", "/sample-form?from=desk");
        assertThat(Browser.location(browser.postFromPage("/sample-other", typed)))
                .isEqualTo("/sample-form?from=desk");
        typed.put("_page", "//elsewhere.example/");
        assertThat(Browser.location(browser.postFromPage("/sample-other", typed)))
                .isEqualTo("/sample-other");
        typed.put("_page", "https://elsewhere.example/");
        assertThat(Browser.location(browser.postFromPage("/sample-other", typed)))
                .isEqualTo("/sample-other");
    }

    @Test
    void input_is_also_kept_when_the_token_can_no_longer_be_renewed() {
        RunningWeb.IDENTITY.tokenLivesSeconds = 1;
        Browser browser;
        try {
            browser = signedIn("energy");
        } finally {
            RunningWeb.IDENTITY.tokenLivesSeconds = 300;
        }
        Map<String, String> typed = typed(browser);
        RunningWeb.IDENTITY.forgetEveryone();
        assertThat(Browser.location(browser.postFromPage("/sample-form", typed)))
                .isEqualTo(SIGN_IN);
        String back = browser.signInFrom(SIGN_IN, "energy", "ENERGY", "AGENCY_STAFF");
        assertThat(browser.get(back).body()).contains("Not sent yet", "value=\"2027-03-31\"");
    }

    private static Browser signedIn(String name) {
        Browser browser = RunningWeb.browser();
        browser.signIn("/", name, "ENERGY", "AGENCY_STAFF");
        return browser;
    }

    private static Map<String, String> typed(Browser browser) {
        Map<String, String> typed = new LinkedHashMap<>(
                Browser.hiddenFields(browser.get("/sample-form").body()));
        typed.put("date", "2027-03-31");
        typed.put("cause", "WEATHER");
        typed.put("narrative", "Shaft flooded & pumped");
        typed.put("password", "hunter2");
        return typed;
    }
}
