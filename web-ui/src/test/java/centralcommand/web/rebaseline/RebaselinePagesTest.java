package centralcommand.web.rebaseline;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.web.Browser;
import centralcommand.web.RunningWeb;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Today is 27 December 2017, so that what is promised for 26 January 2018 may still be moved and what is promised a day earlier may not. */
class RebaselinePagesTest {
    private static final String PATH = "/programs/plant/rebaseline";
    private static final String REQUEST = """
            {"baseline":2,"kind":"REBASELINE","basis":"plan of December","status":"%s","proposedBy":"energy","decidedBy":"%s","reason":"",
             "statedOn":"2017-12-01","milestones":[],"position":9,"request":{"reason":"FUNDING_CHANGE","narrative":"The loan came late.",
             "consulted":"the company","dates":[{"milestoneId":"asked","title":"Asked","original":{"date":"2016-06-30","precision":"DAY","asStated":""},
               "before":{"date":"2018-06-30","precision":"DAY","asStated":""},"after":{"date":"2019-06-30","precision":"DAY","asStated":""},
               "moveDays":365,"moveFromOriginalDays":1095,
               "untilDecided":{"expected":{"date":"2018-07-05","precision":"DAY","asStated":""},
                 "vsOriginalDays":735,"vsBeforeDays":5,"vsAfterDays":-360,"sinceLastReportDays":30,"reached":false},
               "onceDecided":{"expected":{"date":"2019-06-30","precision":"DAY","asStated":""},
                 "vsOriginalDays":1095,"vsBeforeDays":365,"vsAfterDays":0,"sinceLastReportDays":30,"reached":false},
               "downstream":{"milestones":7,"endDays":12,"furthest":[{"milestoneId":"opening","title":"Opening","programId":"other","before":"2019-01-01",
                 "after":"2019-04-01","days":90}]},"figure":"f-change"}],"determination":%s}}""";
    private static final String DETERMINED =
            "{\"text\":\"The loan is signed.\",\"consulted\":\"Treasury\",\"dissent\":\"One adviser.\",\"position\":11}";

    @BeforeEach
    void answers() {
        program("PROPOSED", "", "null");
    }

    private static void program(String status, String decidedBy, String determination) {
        String milestones = String.join(
                ",",
                milestone("movable", "2018-01-26", false),
                milestone("locked", "2018-01-25", false),
                milestone("passed", "2017-12-26", false),
                milestone("undated", null, false),
                milestone("asked", "2018-06-30", false),
                milestone("done", "2018-06-30", true));
        RunningWeb.QUERIES.answers("/api/programs/plant", 200, """
                {"position":41,"viewedAs":"ENERGY","today":"2017-12-27",
                 "coverage":{"programs":1,"withoutDatedMilestone":0,"milestones":6,"notHeardOf":0,"withoutReport":0,"sentence":"All.","agencies":[],"figure":"coverage"},
                 "program":{"programId":"plant","name":"Plant","performer":"A company","status":"ACTIVE","agency":"ENERGY","leadOrganization":"Energy",
                   "supportingAgencies":[],"lineOfEffort":"CAPITAL","stage":"SEPARATION","place":"","milestones":6,"datedMilestones":5,"version":9},
                 "description":"A plant.","statusReason":"","source":"","baselines":[%s],"milestones":[%s],
                 "waitsFor":[],"waitedForBy":[],"fundingColumns":[],"funding":[],"capacity":[],"handoffs":[],"history":[]}""".formatted(
                        REQUEST.formatted(status, decidedBy, determination), milestones));
    }

    private static String milestone(String id, @Nullable String promised, boolean reached) {
        String day = promised == null ? "" : """
                "originalBaseline":{"date":"2016-06-30","first":"2016-06-30","precision":"DAY","asStated":"","statedOn":"2015-01-01","position":7,"status":"RELEASED","marking":"NONE","figure":"f-o"},
                "currentBaseline":{"date":"%s","first":"%s","precision":"DAY","asStated":"","statedOn":"2015-01-01","position":8,"status":"RELEASED","marking":"NONE","figure":"f-c"},""".formatted(promised, promised);
        String actual = reached ? """
                "actual":{"date":"2017-12-01","first":"2017-12-01","precision":"DAY","asStated":"","statedOn":"2017-12-02","position":8,"status":"RELEASED","marking":"NONE","figure":"f-a"},""" : "";
        return """
                {"milestoneId":"%s","programId":"plant","programName":"Plant","title":"Title of %s","kind":"OTHER","agency":"ENERGY","leadOrganization":"Energy",
                 "lineOfEffort":"CAPITAL","stage":"SEPARATION",%s%s"inDoubt":false,"status":"ON_TRACK","closed":false,"slipVsOriginalDays":735,"slipVsCurrentDays":5,
                 "withinPrecision":false,"critical":false,"narrative":"","waitedForBy":[],"waitedForByNames":[],"version":9,"figure":"f-s"}""".formatted(id, id, day, actual);
    }

    private static Browser energy() {
        return signedIn("energy", "ENERGY", "AGENCY_STAFF");
    }

    private static Browser czar() {
        return signedIn("czar", null, "CZAR");
    }

    private static Browser signedIn(String name, @Nullable String agency, String role) {
        Browser browser = RunningWeb.browser();
        browser.signIn("/", name, agency, role);
        return browser;
    }

    private static Map<String, String> typed() {
        Map<String, String> form = new HashMap<>();
        form.put("reason", "FUNDING_CHANGE");
        form.put("narrative", "The loan came late.");
        form.put("basis", "plan of December");
        form.put("consulted", "the company");
        form.put("lines[passed].date", "12/15/2018");
        form.put("lines[passed].precision", "MONTH");
        return form;
    }

    /** Every milestone has a line; those without a date are not asked for. */
    private static HttpResponse<String> ask(Browser browser, Map<String, String> typed) {
        Map<String, String> hidden = Browser.hiddenFields(browser.get(PATH).body());
        List<Map.Entry<String, String>> fields = new ArrayList<>(typed.entrySet());
        hidden.forEach((name, value) -> {
            if (!name.equals("line")) {
                fields.add(Map.entry(name, value));
            }
        });
        List.of("movable", "locked", "passed", "undated", "asked", "done")
                .forEach(id -> fields.add(Map.entry("line", id)));
        return browser.post(PATH, fields);
    }

    private static void answer(String command, int status, String body) {
        RunningWeb.COMMANDS.answers("/api/commands/" + command, status, body);
    }

    private static long sent() {
        return RunningWeb.COMMANDS.asked.stream()
                .filter(asked -> asked.method().equals("POST"))
                .count();
    }

    @Test
    void each_milestone_is_offered_or_says_why_its_promise_cannot_be_moved() {
        String page = energy().get(PATH).body();

        assertThat(page)
                .contains("name=\"lines[movable].date\"")
                .contains("name=\"lines[passed].date\"")
                .doesNotContain("name=\"lines[locked].date\"")
                .doesNotContain("name=\"lines[asked].date\"")
                .doesNotContain("name=\"lines[undated].date\"")
                .doesNotContain("name=\"lines[done].date\"")
                .contains("Locked until Jan 25, 2018: a promise may not be moved in its last 30 days.")
                .contains("Another date is asked for already, by number 2")
                .contains("No date is promised for it.")
                .contains("It was reached")
                .contains("first: 735 days; now: 5 days");
    }

    @Test
    void only_staff_of_the_lead_agency_ask_and_only_the_czars_office_decides() {
        assertThat(signedIn("defense", "DEFENSE", "AGENCY_STAFF").get(PATH).statusCode())
                .isEqualTo(403);
        assertThat(czar().get(PATH).statusCode()).isEqualTo(403);
        assertThat(energy().get(PATH + "/2").statusCode()).isEqualTo(403);
        assertThat(czar().get(PATH + "/1").statusCode()).isEqualTo(404);
    }

    @Test
    void nothing_is_asked_or_decided_from_the_past() {
        assertThat(energy().get(PATH + "?asOf=41").body())
                .doesNotContain("Ask for these dates")
                .contains("Nothing can be asked for here now.");
        assertThat(czar().get(PATH + "/2?asOf=41").body()).doesNotContain("value=\"approve\"");
    }

    @Test
    void only_what_is_filled_in_is_sent() {
        answer(
                "request-rebaseline",
                200,
                "{\"commandId\":\"c\",\"position\":42,\"events\":[{\"position\":42,\"type\":\"rebaseline-requested\"}]}");
        Browser energy = energy();

        HttpResponse<String> sent = ask(energy, typed());

        assertThat(RunningWeb.COMMANDS.lastAsked().body())
                .contains("\"milestoneId\":\"passed\"", "\"date\":\"2018-12-31\"", "\"precision\":\"MONTH\"")
                .contains("\"reason\":\"FUNDING_CHANGE\"")
                .doesNotContain("movable", "locked");
        assertThat(Browser.location(sent)).contains("/programs/plant").contains("minPosition=42");
        assertThat(energy.get(Browser.location(sent)).body()).contains("until the czar&#39;s office decides");
    }

    @Test
    void what_is_missing_is_named_at_its_field_and_what_was_typed_is_kept() {
        long before = sent();
        Map<String, String> typed = typed();
        typed.put("basis", " ");
        typed.put("reason", "");
        typed.put("lines[passed].date", "next year");

        String page = ask(energy(), typed).body();

        assertThat(page)
                .contains("Choose why other dates are needed.")
                .contains("Say what the new dates rest on.")
                .contains("“next year” is no day.")
                .contains(">The loan came late.</textarea>");
        assertThat(sent()).isEqualTo(before);
        typed = typed();
        typed.remove("lines[passed].date");
        assertThat(ask(energy(), typed).body()).contains("No other date is filled in");
    }

    @Test
    void a_refusal_stands_at_the_line_it_is_about_and_what_was_typed_is_kept() {
        answer(
                "request-rebaseline",
                422,
                "{\"code\":\"DATE_LOCKED\",\"detail\":\"It is locked now.\",\"field\":\"dates[0].milestoneId\",\"status\":422}");

        String page = ask(energy(), typed()).body();

        assertThat(page)
                .contains("It is locked now.")
                .contains("value=\"12/15/2018\"")
                .contains("plan of December")
                .containsPattern(
                        "name=\"lines\\[passed]\\.date\"[^>]*aria-invalid=\"true\"|aria-invalid=\"true\"[^>]*name=\"lines\\[passed]\\.date\"");
    }

    @Test
    void the_decider_sees_every_slip_side_by_side() {
        String page = czar().get(PATH + "/2").body();

        assertThat(page)
                .contains("Jun 30, 2016", "Jun 30, 2018", "Jun 30, 2019", "Jul 5, 2018")
                .contains("735 days", "5 days", "360 days early")
                .contains("moves it by 365 days", "by 1,095 days in all")
                .contains("As things are", "Once approved")
                .containsPattern("expected Jun 30, 2019[\\s\\S]*against the first:?[^\\d]*<a[^>]*>1,095 days</a>")
                .contains("The loan came late.", "plan of December", "the company")
                .contains("/lineage?figure=f-change");
    }

    @Test
    void a_decision_needs_a_determination_and_whom_was_consulted() {
        long before = sent();
        String page =
                decide(Map.of("decision", "approve", "dissent", "One adviser.")).body();

        assertThat(page)
                .contains("Say what was considered and why you decide so.")
                .contains("Say whom you consulted, or that you consulted nobody.")
                .contains("One adviser.");
        assertThat(sent()).isEqualTo(before);
    }

    @Test
    void an_approval_and_a_refused_decline_go_out_as_their_commands() {
        answer(
                "approve-rebaseline",
                200,
                "{\"commandId\":\"c\",\"position\":43,\"events\":[{\"position\":43,\"type\":\"rebaseline-approved\"}]}");
        HttpResponse<String> approved = decide(Map.of(
                "decision", "approve", "determination", "The loan is signed.", "consulted", "Treasury", "dissent", ""));
        assertThat(RunningWeb.COMMANDS.lastAsked().body())
                .contains("\"baseline\":2", "\"determination\":\"The loan is signed.\"", "\"consulted\":\"Treasury\"");
        assertThat(Browser.location(approved)).contains("/programs/plant");

        answer(
                "decline-rebaseline",
                422,
                "{\"code\":\"BASELINE_NOT_PENDING\",\"detail\":\"It was approved already.\",\"field\":\"baseline\",\"status\":422}");
        String refused = decide(Map.of(
                        "decision", "decline", "determination", "No plan.", "consulted", "Treasury", "dissent", ""))
                .body();
        assertThat(refused).contains("It was approved already.").contains(">No plan.</textarea>");
    }

    private static HttpResponse<String> decide(Map<String, String> typed) {
        Browser czar = czar();
        Map<String, String> form =
                new HashMap<>(Browser.hiddenFields(czar.get(PATH + "/2").body()));
        form.putAll(typed);
        return czar.post(PATH + "/2", form);
    }

    @Test
    void the_programs_page_shows_the_request_and_its_determination() {
        assertThat(energy().get("/programs/plant").body())
                .contains("(other dates asked for)")
                .containsPattern("against the promise in force now: <a[^>]*>5 days</a>")
                .contains("Not decided yet; the promise stands as it was.")
                .contains("/programs/plant/rebaseline\"");
        assertThat(czar().get(PATH + "/2").body())
                .contains("if what is expected once it is approved comes true", "pushes 7 milestones", "+ 90 days");
        assertThat(czar().get("/programs/plant").body())
                .contains("Decide on request 2")
                .doesNotContain("/commands/approve-baseline");
        program("APPROVED", "czar", DETERMINED);
        assertThat(czar().get("/programs/plant").body())
                .contains("The loan is signed.", "Consulted: Treasury.", "Dissent: One adviser.", "735 days")
                .contains("When decided", "As things are")
                .containsPattern("expected Jun 30, 2019[\\s\\S]*against the first:?[^\\d]*<a[^>]*>1,095 days</a>")
                .containsPattern("against the one asked for:\\s*<a[^>]*>360 days early</a>")
                .containsPattern("since the last report:\\s*<a[^>]*>30 days</a>")
                .contains("pushes 7 milestones by up to 90 days, and its program&#39;s end by 12 days")
                .contains("+ 90 days", "to Apr 1, 2019", "and 6 more")
                .doesNotContain("Decide on request 2");
    }
}
