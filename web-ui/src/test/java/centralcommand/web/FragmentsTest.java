package centralcommand.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FragmentsTest {

    private static final Browser ENERGY = RunningWeb.browser();

    @BeforeAll
    static void signIn() {
        ENERGY.signIn("/", "energy", "ENERGY", "AGENCY_STAFF");
        RunningWeb.QUERIES.answers("/api/sample", 200, "{\"position\":1234,\"word\":\"Hello\",\"unknown\":1}");
    }

    @Test
    void a_field_is_tied_to_its_label_its_hint_and_its_error() {
        Map<String, String> empty = new LinkedHashMap<>(
                Browser.hiddenFields(ENERGY.get("/sample-form").body()));
        String page = ENERGY.post("/sample-form", empty).body();
        assertThat(page)
                .contains("<label class=\"usa-label\" for=\"date\">New date</label>")
                .contains("id=\"date-hint\">The day it is now expected<")
                .contains("aria-describedby=\"date-hint date-error\"", "aria-invalid=\"true\"")
                .contains("id=\"error-summary\"", "<a href=\"#date\">Enter the new date.</a>")
                .contains("aria-describedby=\"narrative-hint\"")
                .doesNotContain("aria-describedby=\"\"");
    }

    @Test
    void what_was_chosen_is_still_chosen_when_the_form_comes_back() {
        Map<String, String> form = new LinkedHashMap<>(
                Browser.hiddenFields(ENERGY.get("/sample-form").body()));
        form.put("cause", "SUPPLY");
        form.put("precision", "MONTH");
        form.put("amount", "12,5");
        assertThat(ENERGY.post("/sample-form", form).body())
                .contains("<option value=\"SUPPLY\" selected=\"selected\">Supply</option>")
                .containsPattern("value=\"MONTH\"[^>]*checked=\"checked\"|checked=\"checked\"[^>]*value=\"MONTH\"")
                .contains("value=\"12,5\"");
    }

    @ParameterizedTest
    @CsvSource({
        "ON_TRACK, On track", "LATE, Late", "DONE, Done", "DONE_LATE, 'Done, late'",
        "IN_DOUBT, In doubt", "NO_REPORT, No report", "PAUSED, Paused", "WITHDRAWN, Withdrawn"
    })
    void a_status_is_a_word_and_a_shape(String status, String word) {
        assertThat(ENERGY.get("/sample-table").body())
                .containsPattern("cc-status--" + status.toLowerCase(Locale.ROOT)
                        + "\">\\s*<svg[^>]*aria-hidden=\"true\">.*?</svg> " + word + "\\s*</span>");
    }

    @Test
    void a_table_can_be_scrolled_by_keyboard_and_sorted_by_links_that_say_the_order() {
        assertThat(ENERGY.get("/sample-table?agency=DOE").body())
                .contains(
                        "role=\"region\" tabindex=\"0\" aria-labelledby=\"sample-caption\"",
                        "id=\"sample-caption\">Statuses")
                .contains("aria-sort=\"descending\"", "href=\"/sample-table?agency=DOE&amp;sort=slip\"")
                .contains("aria-sort=\"none\"", "href=\"/sample-table?agency=DOE&amp;sort=title\"");
    }

    @Test
    void a_drawing_has_its_twin_as_a_table_and_the_foot_says_the_position() {
        assertThat(ENERGY.get("/sample-table").body())
                .contains("<title>A square</title>", "The same as a table", "The twin")
                .contains("Position <strong>1,234</strong>");
    }

    @Test
    void no_page_needs_an_exception_from_the_content_security_policy() {
        for (String address : new String[] {"/sample-form", "/sample-table", "/nowhere", "/signed-out"}) {
            assertThat(ENERGY.get(address).body())
                    .doesNotContainPattern("\\sstyle=")
                    .doesNotContainPattern("<style|<script(?![^>]* src=)|\\son[a-z]+=")
                    .doesNotContain("th:");
        }
    }
}
