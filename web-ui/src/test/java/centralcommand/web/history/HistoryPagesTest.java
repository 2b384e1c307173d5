package centralcommand.web.history;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.web.Browser;
import centralcommand.web.RunningWeb;
import centralcommand.web.StubService;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HistoryPagesTest {
    private static final String STANDPOINT = """
            "position":41,"viewedAs":"AUDITOR","today":"2026-11-23","knownTo":"2026-06-30" """;
    private static final String EVENT = """
            {"position":41,"commit":30,"recordedAt":"2026-11-23T15:00:00Z","type":"forecast-reported","revision":1,
             "summary":"<b>First oxides</b> is expected in the second half of 2026.","programId":"ucore-smc","milestoneId":"ucore-first-prod",
             "actor":"energy","agency":"ENERGY","roles":["AGENCY_STAFF"],"command":"report-forecast","commandId":"c-41",
             "provenance":{"statedOn":"2025-05-19","source":"Filing <script>","confidence":"HIGH","marking":"CUI","channel":"TYPED"},
             "status":"RELEASED","clearedBy":"energy.approver","clearedAt":42,"late":true,"payload":"{\\"programId\\":\\"ucore-smc\\"}"}""";

    private final Browser auditor = RunningWeb.browser();

    @BeforeEach
    void sign_in() {
        StubService queries = RunningWeb.QUERIES;
        queries.answers(
                "/api/ledger",
                200,
                "{%s,\"head\":500,\"recordedAt\":\"2026-11-23T15:00:00Z\",\"commits\":480,\"seal\":null,\"proof\":\"Nothing is proved.\",\"types\":[{\"type\":\"forecast-reported\",\"events\":46}]}"
                        .formatted(STANDPOINT));
        queries.answers("/api/board", 200, """
                {%s,"coverage":{"programs":55,"withoutDatedMilestone":27,"milestones":38,"notHeardOf":3,"withoutReport":2,"sentence":"s",
                  "agencies":["ENERGY"],"figure":"coverage"},"headlines":[{"subject":"TIME","parts":[{"text":"Slip "},{"text":"577 days","figure":"f-1"}]}],
                 "decisions":[],"handoffsAtRisk":0,"rows":[],"total":0}""".formatted(STANDPOINT));
        queries.answers("/api/changes", 200, """
                {%s,"from":41,"to":51,"rows":[{"figure":"f-2","subject":"First oxides","what":"expected date","before":"2025","after":"2026","positions":[45]}],
                 "events":[%s]}""".formatted(STANDPOINT, EVENT));
        queries.answers("/api/events", 200, "{%s,\"rows\":[%s],\"next\":12}".formatted(STANDPOINT, EVENT));
        queries.answers("/api/events/41", 200, EVENT);
        queries.answers("/api/lineage", 200, """
                {%s,"figure":"f-1","title":"Slip of First oxides","value":"1,096 days","working":"2026-12-31 − 2023-12-31 = 1,096 days",
                 "rows":[{"entry":%s,"contributes":"expected 2026-12-31"}]}""".formatted(STANDPOINT, EVENT));
        auditor.signIn("/", "auditor", null, "AUDITOR");
    }

    @Test
    void the_board_of_a_past_position_stands_beside_what_the_next_entries_changed() {
        String page = auditor.get("/replay?asOf=41").body();

        assertThat(page)
                .contains("Nothing is proved.")
                .contains("Entry 41 of 500")
                .contains("This page shows the past")
                .contains("/lineage?figure=f-1&amp;asOf=41")
                .contains("<del>2025</del>")
                .contains("/replay?asOf=51\">10 entries later")
                .contains("/replay?asOf=31\">10 entries earlier");
        assertThat(asked("/api/changes")).contains("from=41").contains("to=51").doesNotContain("asOf");
        assertThat(asked("/api/ledger")).doesNotContain("asOf");
    }

    @Test
    void what_seals_the_ledger_is_shown_and_a_checkpoint_can_be_taken_away() {
        RunningWeb.QUERIES.answers(
                "/api/ledger",
                200,
                "{%s,\"head\":500,\"recordedAt\":\"2026-11-23T15:00:00Z\",\"commits\":480,\"seal\":{\"commits\":470,\"position\":489,\"root\":\"58dcb7\",\"key\":\"log+1+A\",\"witnesses\":[{\"name\":\"gao.gov/witness\",\"at\":\"2026-11-23T15:00:00Z\"}]},\"proof\":\"Sealed.\",\"types\":[]}"
                        .formatted(STANDPOINT));
        RunningWeb.QUERIES.answers("/api/ledger/checkpoint", 200, "log\n470\nroot\n\n— log signature\n");

        assertThat(auditor.get("/replay").body())
                .contains("Sealed.")
                .contains("entries 1 to 489, in 470 commits")
                .contains("58dcb7")
                .contains("gao.gov/witness");
        HttpResponse<String> taken = auditor.get("/replay/checkpoint.txt");
        assertThat(taken.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"checkpoint.txt\"");
        assertThat(taken.body()).contains("470");
    }

    @Test
    void a_day_on_the_recorded_axis_takes_the_place_of_the_slider_and_ends_up_in_the_address() {
        HttpResponse<String> chosen =
                auditor.get("/replay?asOf=41&recordedOn=2026-03-01&statedBy=2024-01-01&viewAs=CZAR&actor=");

        assertThat(Browser.location(chosen))
                .isEqualTo("/replay?asOf=2026-03-01&statedBy=2024-01-01&viewAs=CZAR")
                .doesNotContain("recordedOn");
    }

    @Test
    void the_eyes_of_a_role_are_asked_for_on_every_query_and_said_on_the_page() {
        String page = auditor.get("/replay?viewAs=CZAR").body();

        assertThat(page)
                .contains("Not your own view")
                .contains("as CZAR sees it")
                .contains("viewAs=CZAR");
        assertThat(asked("/api/board")).contains("viewAs=CZAR");
    }

    @Test
    void entries_are_searched_by_actor_source_program_and_kind_and_paged_backwards() {
        String page = auditor.get("/replay?actor=energy&source=Filing&programId=ucore-smc&type=forecast-reported")
                .body();

        assertThat(asked("/api/events"))
                .contains("actor=energy")
                .contains("source=Filing")
                .contains("programId=ucore-smc")
                .contains("type=forecast-reported")
                .contains("order=desc");
        assertThat(page).contains("after=12").contains("Older entries");
    }

    @Test
    void an_entry_shows_who_when_role_standing_and_source_and_never_runs_what_it_holds() {
        String page = auditor.get("/events/41").body();

        assertThat(page)
                .contains("energy.approver")
                .contains("Filing &lt;script&gt;")
                .contains("&lt;b&gt;First oxides&lt;/b&gt;")
                .contains("told late")
                .contains("&quot;programId&quot; : &quot;ucore-smc&quot;")
                .contains("c-41")
                .doesNotContain("Correct it");
    }

    @Test
    void a_figure_opens_to_its_entries_with_the_working() {
        assertThat(auditor.get("/lineage?figure=f-1&asOf=41").body())
                .contains("2026-12-31 − 2023-12-31 = 1,096 days")
                .contains("expected 2026-12-31")
                .contains("/events/41?asOf=41");
    }

    private static String asked(String path) {
        List<String> addresses = RunningWeb.QUERIES.asked.stream()
                .map(StubService.Asked::address)
                .filter(address -> address.startsWith(path + "?") || address.equals(path))
                .toList();
        return addresses.getLast();
    }
}
