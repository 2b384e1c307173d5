package centralcommand.web.board;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.schedule.MilestoneKind;
import centralcommand.command.contract.shared.Precision;
import centralcommand.query.contract.board.MilestoneStatus;
import centralcommand.web.Answers;
import centralcommand.web.Browser;
import centralcommand.web.RunningWeb;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BoardPagesTest {

    private static final String HOSTILE = "\"><script>alert(1)</script>&'";

    private final Browser czar = RunningWeb.browser();

    @BeforeEach
    void a_board_with_one_late_milestone() {
        answers("/api/board", Answers.board(List.of(Answers.late("ucore-first-prod", "First product"))));
        answers("/api/changes", Answers.changes(7));
        czar.signIn("/board", "czar", null, "CZAR");
    }

    @Test
    void an_empty_ledger_is_said_where_coverage_would_stand() {
        answers("/api/board", Answers.emptyBoard());
        assertThat(czar.get("/board").body())
                .contains("there is no program yet")
                .doesNotContain("0 of 0");
    }

    @Test
    void the_first_screen_says_what_it_knows_and_links_each_figure_to_its_entries() {
        String page = czar.get("/board").body();
        assertThat(page)
                .contains("Jun 12, 2026", "412", "Released only", "27 of 55", "programs have no dated milestone")
                .contains("<a href=\"/handoffs\">Hand-offs at risk: 3</a>")
                .contains("<a href=\"/lineage?figure=tonnes%3A2027\">1,300 t</a>")
                .contains("<a href=\"/lineage?figure=funding%3Abound\">USD 848,860,000</a>")
                .contains("27 of 55 programs have no dated milestone");
    }

    @Test
    void what_needs_a_decision_leads_to_the_program_and_for_those_who_may_to_the_form() {
        assertThat(czar.get("/board").body())
                .contains("href=\"/programs/ucore-smc\"", "Energy asks to approve baseline 2")
                .contains("href=\"/commands/approve-baseline?programId=ucore-smc&amp;baseline=2\"");
        Browser auditor = RunningWeb.browser();
        auditor.signIn("/board", "auditor", null, "AUDITOR");
        assertThat(auditor.get("/board").body())
                .contains("Energy asks to approve baseline 2")
                .doesNotContain("/commands/approve-baseline");
    }

    @Test
    void the_table_says_everything_the_picture_says_and_what_it_cannot() {
        assertThat(czar.get("/board").body())
                .contains("First product", "Strategic Metals Complex", "Separation", "“during 2026”")
                .contains("<a href=\"/lineage?figure=slip%3Aucore-first-prod\">1,096 days; between 732 and 1,460</a>")
                .contains("Equipment (stated by the source)", "The kiln came late.", "203 days ago", "Late")
                .contains("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"timeline-lanes\"", "+1,096 d");
    }

    @Test
    void filters_and_order_reach_the_query_and_stay_in_the_address_of_every_way_on() {
        String page = czar.get("/board?agency=ENERGY&stage=SEPARATION&q=first+%26+last&sort=date&asOf=2026-01-01")
                .body();
        assertThat(asked("/api/board"))
                .contains("agency=ENERGY", "stage=SEPARATION", "q=first%20%26%20last", "sort=date", "asOf=2026-01-01")
                .contains("limit=100");
        assertThat(page)
                .contains(
                        "href=\"/board?stage=SEPARATION&amp;q=first%20%26%20last&amp;sort=date&amp;asOf=2026-01-01#list\"")
                .contains("Remove the filter Agency")
                .contains("href=\"/board?sort=date&amp;asOf=2026-01-01#list\">Show all")
                .contains(
                        "href=\"/board.csv?agency=ENERGY&amp;stage=SEPARATION&amp;q=first%20%26%20last&amp;sort=date&amp;asOf=2026-01-01\"")
                .contains("aria-sort=\"ascending\"")
                .contains("<option value=\"ENERGY\" selected=\"selected\">Energy</option>")
                .contains("<input type=\"hidden\" name=\"asOf\" value=\"2026-01-01\">")
                .contains("<a href=\"/lineage?figure=slip%3Aucore-first-prod&amp;asOf=2026-01-01\">");
    }

    @Test
    void what_is_no_filter_of_this_page_is_left_out() {
        czar.get("/board?stage=KITCHEN&sort=colour&surprise=1");
        assertThat(asked("/api/board")).doesNotContain("KITCHEN", "colour", "surprise");
    }

    @Test
    void nothing_found_is_said_with_a_way_out_and_an_empty_ledger_otherwise() {
        answers("/api/board", Answers.board(List.of()));
        assertThat(czar.get("/board?stage=MINE").body())
                .contains("No milestone matches these filters.", "Show all milestones")
                .doesNotContain("No milestone is on file yet.", "timeline-lanes");
        assertThat(czar.get("/board").body()).contains("No milestone is on file yet.");
    }

    @Test
    void a_list_with_rows_says_nothing_of_empty_ones_and_names_each_column_once() {
        String page = czar.get("/board").body();
        assertThat(page).doesNotContain("No milestone");
        assertThat(page.split(">Expected or reached", -1)).hasSize(2);
    }

    @Test
    void a_program_that_a_link_brought_along_stays_chosen_without_a_field_of_its_own() {
        assertThat(czar.get("/board?programId=ucore-smc").body())
                .contains(
                        "<input type=\"hidden\" name=\"programId\" value=\"ucore-smc\">", "Remove the filter Program");
        assertThat(asked("/api/board")).contains("programId=ucore-smc");
    }

    @Test
    void further_rows_are_one_link_away() {
        answers("/api/board", Answers.board(Answers.many(3), "CZAR", "milestone-2"));
        assertThat(czar.get("/board?sort=title").body())
                .contains("href=\"/board?sort=title&amp;after=milestone-2#rows\"");
        assertThat(czar.get("/board?after=milestone-2").body()).contains("Back to the first rows");
        assertThat(asked("/api/board")).contains("after=milestone-2");
    }

    @Test
    void each_reader_is_told_what_they_do_not_see() {
        answers("/api/board", Answers.board(List.of(), "ENERGY", null));
        assertThat(czar.get("/board").body()).contains("As Energy sees it", "with its own unreleased entries");
        answers("/api/board", Answers.board(List.of(), "AUDITOR", null));
        assertThat(czar.get("/board").body()).contains("Everything", "unreleased entries are there, and marked");
    }

    @Test
    void the_first_look_starts_the_list_and_later_ones_show_what_changed_until_it_is_marked_as_seen() {
        HttpResponse<String> first = czar.get("/board");
        assertThat(first.body()).contains("This is your first look from this browser.");
        assertThat(first.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("=412", "Path=/board", "HttpOnly", "SameSite=Lax")
                .doesNotContain("czar");
        assertThat(czar.get("/board").body()).contains("Nothing has changed.");

        assertThat(post("/board/seen", "position", "400")).isEqualTo(302);
        String later = czar.get("/board").body();
        assertThat(asked("/api/changes")).contains("from=400");
        assertThat(later)
                .contains("Milestone 4", "All, 2 more", "href=\"/board/changes?from=400\"")
                .contains("<s>Dec 31, 2025</s>", "<strong>Dec 31, 2026</strong>")
                .doesNotContain("Milestone 5");
        assertThat(czar.get("/board/changes?from=400").body()).contains("Milestone 6", "Mark all as seen");
        assertThat(post("/board/seen", "position", "412")).isEqualTo(302);
        assertThat(czar.get("/board").body()).contains("Nothing has changed.");
    }

    @Test
    void the_past_is_not_live_and_lists_no_news() {
        String past = czar.get("/board?asOf=17").body();
        assertThat(past).doesNotContain("data-stream", "Since you last looked").contains("This page shows the past");
        assertThat(czar.get("/board").body()).contains("data-stream=\"/board/stream?after=412\"");
    }

    @Test
    void a_part_of_the_page_is_answered_to_the_page_that_asks_for_itself() {
        String part = czar.get("/board?stage=SEPARATION", "HX-Request", "true").body();
        assertThat(part.strip()).startsWith("<div id=\"live-board\"");
        assertThat(part).contains("data-say=\"Updated: position 412\"").doesNotContain("<html");
    }

    @Test
    void hostile_words_stay_words() {
        answers("/api/board", Answers.board(List.of(Answers.late("m-1", HOSTILE))));
        String page = czar.get("/board?q=" + "%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E")
                .body();
        assertThat(page).doesNotContain("<script>alert").contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @Test
    void nothing_in_the_page_needs_a_script_or_a_style_within_the_markup() {
        String page = czar.get("/board").body();
        assertThat(page).doesNotContain(" style=", "<style", "javascript:");
        assertThat(Pattern.compile("<script(?![^>]* src=)").matcher(page).find())
                .isFalse();
        assertThat(Pattern.compile("\\son\\w+=").matcher(page).find()).isFalse();
    }

    @Test
    void a_query_service_that_is_away_is_said_plainly() {
        RunningWeb.QUERIES.answers("/api/board", 503, "{}");
        HttpResponse<String> page = czar.get("/board");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("The query service cannot answer at the moment.");
    }

    @Test
    void a_thousand_rows_are_drawn_in_good_time() {
        answers("/api/board", Answers.board(Answers.many(1000)));
        czar.get("/board");
        long start = System.nanoTime();
        assertThat(czar.get("/board").body()).contains("Milestone 999");
        assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(5_000);
    }

    @Test
    void doubt_silence_and_moves_within_precision_are_told_in_words() {
        var base = Answers.day("2025-12-31", Precision.YEAR, "2025", 10);
        answers(
                "/api/board",
                Answers.board(List.of(
                        Answers.row("m-1", "Doubted", base, null, null, MilestoneStatus.IN_DOUBT, null, null, false),
                        Answers.row("m-2", "Silent", base, null, null, MilestoneStatus.NO_REPORT, null, null, false),
                        Answers.row(
                                "m-3",
                                "Moved a little",
                                base,
                                Answers.day("2026-03-31", Precision.QUARTER, "Q1", 11),
                                null,
                                MilestoneStatus.ON_TRACK,
                                90L,
                                List.of(1L, 454L),
                                true))));
        assertThat(czar.get("/board").body())
                .contains("? in doubt", "in doubt: no new date can be given", "no report", "No report")
                .contains("within precision (+90 d)")
                .doesNotContain("class=\"timeline-slip\" d=\"M0")
                .contains("Moved by more than their precision: 0. In doubt: 1.");
    }

    @Test
    void a_date_that_congress_moved_is_no_slip_of_the_program() {
        answers(
                "/api/board",
                Answers.board(List.of(Answers.row(
                        MilestoneKind.STATUTORY,
                        "ban",
                        "Sourcing ban takes effect",
                        Answers.day("2026-01-01", Precision.DAY, "", 10),
                        Answers.day("2027-01-01", Precision.DAY, "", 11),
                        null,
                        MilestoneStatus.ON_TRACK,
                        365L,
                        null,
                        false))));
        assertThat(czar.get("/board").body())
                .contains("set anew, +365 d", "a date set by law or order: no slip of the program")
                .contains("Moved by more than their precision: 0.");
    }

    @Test
    void what_waits_for_release_is_marked_so_in_the_table_and_in_the_picture() {
        answers(
                "/api/board",
                Answers.board(
                        List.of(Answers.row(
                                "m-1",
                                "Waiting",
                                Answers.day("2025-12-31", Precision.YEAR, "2025", 10),
                                Answers.waiting(Answers.day("2027-01-15", Precision.DAY, "", 11)),
                                null,
                                MilestoneStatus.LATE,
                                380L,
                                List.of(380L, 744L),
                                false)),
                        "AUDITOR",
                        null));
        assertThat(czar.get("/board").body())
                .contains("Jan 15, 2027, not released yet, pre-decisional", "+380 d, not released yet");
    }

    private int post(String path, String field, String value) {
        Map<String, String> form = new HashMap<>(
                Browser.hiddenFields(czar.get("/board/changes?from=400").body()));
        form.put(field, value);
        return czar.postFromPage(path, form).statusCode();
    }

    private static void answers(String path, Object answer) {
        RunningWeb.QUERIES.answers(path, 200, Answers.json(answer));
    }

    private static String asked(String path) {
        return RunningWeb.QUERIES.asked.reversed().stream()
                .map(asked -> asked.address())
                .filter(address -> address.startsWith(path + "?"))
                .findFirst()
                .orElseThrow();
    }
}
