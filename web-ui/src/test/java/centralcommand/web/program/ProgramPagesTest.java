package centralcommand.web.program;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.web.Browser;
import centralcommand.web.RunningWeb;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProgramPagesTest {
    private static final String STANDPOINT = "\"position\":41,\"viewedAs\":\"ENERGY\",\"today\":\"2026-11-23\"";
    private static final String ROW = """
            {"programId":"rer-upton","name":"Upton <demo>","performer":"Rare Element","status":"%s","agency":"ENERGY",
             "leadOrganization":"Energy","supportingAgencies":["DEFENSE"],"lineOfEffort":"CAPITAL","stage":"SEPARATION","place":"Wyoming",
             "milestones":1,"datedMilestones":1,"worstSlipDays":577,"version":9}""";
    private static final String PAGE = """
            {%s,"coverage":{"programs":55,"withoutDatedMilestone":27,"milestones":38,"notHeardOf":3,"withoutReport":2,
               "sentence":"27 of 55 programs have no dated milestone.","agencies":["ENERGY"],"figure":"coverage"},"program":%s,"description":"A plant.","statusReason":"","startsOn":"2021-01-01","startPrecision":"YEAR","source":"Filing",
             "baselines":[{"baseline":1,"basis":"plan","status":"PROPOSED","proposedBy":"energy","decidedBy":"","reason":"","statedOn":"2023-11-16",
               "milestones":[],"position":7}],
             "milestones":[{"milestoneId":"rer-demo-ops","programId":"rer-upton","programName":"Upton","title":"Plant operates","kind":"OTHER","agency":"ENERGY",
               "leadOrganization":"Energy","lineOfEffort":"CAPITAL","stage":"SEPARATION",
               "originalBaseline":{"date":"2024-08-31","first":"2024-06-01","precision":"SEASON","asStated":"","statedOn":"2023-11-16","position":7,"status":"RELEASED","marking":"NONE","figure":"f-o"},
               "forecast":{"date":"2026-03-31","first":"2026-01-01","precision":"QUARTER","asStated":"","statedOn":"2025-07-31","position":30,"status":"RELEASED","marking":"NONE","figure":"f-f"},
               "inDoubt":true,"status":"IN_DOUBT","closed":false,"slipVsOriginalDays":577,"slipVsCurrentDays":577,"slipSinceLastReportDays":274,
               "slipInterval":[488,668],"withinPrecision":false,"critical":false,"narrative":"","lastHeardDays":355,"waitedForBy":[],"version":9,"figure":"f-s"}],
             "waitsFor":[{"linkId":"l-1","kind":"PERMIT","from":{"externalParty":"NRC"},"to":{"programId":"rer-upton"},"otherEnd":"NRC","note":"licence","position":8}],
             "waitedForBy":[],"fundingColumns":[{"column":"BOUND","total":{"amount":"24200000.00","currency":"USD"},"lines":1,"withoutAmount":0,"leftOut":0,
               "sentence":"USD 24,200,000 bound in 1 line.","figure":"f-m"}],
             "funding":[{"fundingId":"f-1","programId":"rer-upton","programName":"Upton","agency":"ENERGY","instrument":"GRANT","payer":"DOE","authority":"",
               "amount":{"amount":"24200000.00","currency":"USD"},"column":"BOUND","sourceWord":"","columnBasis":"","note":"","counted":true,"leftOutBecause":"",
               "statedOn":"2024-01-01","position":12,"status":"RELEASED","marking":"NONE","figure":"f-l"}],
             "capacity":[],"handoffs":[],"history":[]}""";

    @BeforeEach
    void answers() {
        answer("ACTIVE");
        RunningWeb.QUERIES.answers("/api/programs", 200, """
                {%s,"coverage":{"programs":55,"withoutDatedMilestone":27,"milestones":38,"notHeardOf":3,"withoutReport":2,
                  "sentence":"27 of 55 programs have no dated milestone.","agencies":["ENERGY"],"figure":"coverage"},"rows":[%s],"total":1}""".formatted(STANDPOINT, ROW.formatted("ACTIVE")));
    }

    @Test
    void the_list_says_what_it_covers_and_escapes_names() {
        String page = signedIn("energy", "ENERGY", "AGENCY_STAFF")
                .get("/programs?stage=SEPARATION")
                .body();

        assertThat(page)
                .contains("27 of 55 programs have no dated milestone.")
                .contains("Upton &lt;demo&gt;")
                .contains("577 days")
                .contains("Propose a program")
                .contains("Remove the filter Stage");
    }

    @Test
    void an_empty_record_says_so_and_says_who_begins() {
        RunningWeb.QUERIES.answers("/api/programs", 200, """
                {%s,"coverage":{"programs":0,"withoutDatedMilestone":0,"milestones":0,"notHeardOf":0,"withoutReport":0,
                  "sentence":"No program is on the record.","agencies":[],"figure":"coverage"},"rows":[],"total":0}""".formatted(STANDPOINT));

        assertThat(signedIn("czar", null, "CZAR").get("/programs").body()).contains("No program is on the record yet.");
        assertThat(signedIn("czar", null, "CZAR").get("/programs?stage=MINE").body())
                .contains("No program matches these filters.");
    }

    @Test
    void a_program_shows_each_slip_with_its_interval_and_a_way_to_its_entries() {
        String page = signedIn("auditor", null, "AUDITOR")
                .get("/programs/rer-upton?asOf=41")
                .body();

        assertThat(page)
                .contains("27 of 55 programs have no dated milestone.")
                .containsOnlyOnce("USD 24,200,000 bound")
                .contains("/lineage?figure=f-m&amp;asOf=41")
                .contains("577 days; between 488 and 668")
                .contains("/lineage?figure=f-s&amp;asOf=41")
                .contains("summer 2024")
                .contains("stated Nov 16, 2023, 0 milestones.")
                .contains("In doubt")
                .contains("NRC")
                .contains("Its entries, newest first");
    }

    @Test
    void what_can_be_done_follows_role_agency_and_standing() {
        assertThat(actionsFor("energy", "ENERGY", "AGENCY_STAFF"))
                .contains("propose-baseline?programId=rer-upton&amp;version=9")
                .doesNotContain("approve-baseline");
        assertThat(actionsFor("energy.approver", "ENERGY", "AGENCY_APPROVER"))
                .contains("approve-baseline?programId=rer-upton&amp;version=9&amp;baseline=1");
        assertThat(actionsFor("energy", "ENERGY", "AGENCY_STAFF"))
                .contains("/desk/handoffs/request?toProgramId=rer-upton");
        assertThat(actionsFor("defense", "DEFENSE", "AGENCY_STAFF"))
                .contains("/desk/handoffs/request?fromProgramId=rer-upton")
                .doesNotContain("/commands/propose-baseline");
        assertThat(actionsFor("czar", null, "CZAR"))
                .contains("/commands/suspend-program")
                .contains("approve-baseline");
        answer("PROPOSED");
        assertThat(actionsFor("czar", null, "CZAR"))
                .contains("/commands/approve-program")
                .doesNotContain("/commands/suspend-program");
        assertThat(signedIn("czar", null, "CZAR")
                        .get("/programs/rer-upton?asOf=41")
                        .body())
                .doesNotContain("/commands/approve-program");
    }

    /** The page of an active program whose only milestone is a margin about which this is said. */
    private static void answerWith(String work) {
        String page = PAGE.formatted(STANDPOINT, ROW.formatted("ACTIVE"))
                .replace("\"kind\":\"OTHER\"", "\"kind\":\"MARGIN\",\"owner\":\"Rare & Co\"")
                .replace("\"waitedForBy\":[],\"version\":9", "\"waitedForBy\":[],\"version\":9" + work);
        RunningWeb.QUERIES.answers("/api/programs/rer-upton", 200, page);
    }

    private static final String ESTIMATE = """
            "estimate":{"lowDays":20,"likelyDays":30,"highDays":60,"basis":"three <like> it","statedOn":"2026-01-01","position":33,
              "status":"SUBMITTED","marking":"NONE"}""";
    private static final String PAUSE = """
            "pause":{"reason":"LITIGATION","narrative":"A court.","from":"2026-09-01","heldUntil":"2026-12-01","daysLeft":8,"position":34,
              "status":"RELEASED","marking":"NONE"}""";
    private static final String MARGIN = """
            "margin":{"setAsideDays":30,"usedDays":%d,"leftDays":%d,"figure":"margin/rer-demo-ops"}""";

    @Test
    void what_can_be_said_of_the_work_follows_role_agency_and_how_it_stands() {
        String form = "?programId=rer-upton&amp;milestoneId=rer-demo-ops&amp;version=9";
        assertThat(actionsFor("energy", "ENERGY", "AGENCY_STAFF"))
                .contains("/commands/estimate-duration" + form, "/commands/pause-milestone" + form)
                .doesNotContain("/commands/resume-milestone", "/commands/use-margin");
        assertThat(actionsFor("defense", "DEFENSE", "AGENCY_STAFF")).doesNotContain("/commands/pause-milestone");
        assertThat(actionsFor("czar", null, "CZAR")).doesNotContain("/commands/pause-milestone");
        assertThat(signedIn("energy", "ENERGY", "AGENCY_STAFF")
                        .get("/programs/rer-upton?asOf=41")
                        .body())
                .doesNotContain("/commands/pause-milestone");
        answer("SUSPENDED");
        assertThat(actionsFor("energy", "ENERGY", "AGENCY_STAFF")).doesNotContain("/commands/pause-milestone");
    }

    @Test
    void what_is_said_of_the_work_is_shown_with_its_entries_and_prefills_what_comes_next() {
        answerWith(",\"pausedFor\":\"LITIGATION\",\"evidence\":\"An inspection.\",\"work\":{" + ESTIMATE + "," + PAUSE
                + "," + MARGIN.formatted(24, 6) + "}");
        assertThat(actionsFor("energy", "ENERGY", "AGENCY_STAFF"))
                .contains("30 working days (20 to 60), not released yet", "three &lt;like&gt; it", "/events/33")
                .contains("Litigation, holds until Dec 1, 2026", "since Sep 1, 2026: A court.", "/events/34")
                .contains("6 of 30 working days left", "/lineage?figure=margin%2Frer-demo-ops")
                .contains("work was paused: litigation", "evidence: An inspection.")
                .contains("version=9&amp;reason=LITIGATION", "/commands/resume-milestone")
                .contains("lowDays=20&amp;likelyDays=30&amp;highDays=60")
                .contains("/commands/use-margin", "owner=Rare%20%26%20Co");
        assertThat(actionsFor("czar", null, "CZAR"))
                .contains("Litigation, holds until Dec 1, 2026")
                .doesNotContain("What you can say");
    }

    @Test
    void of_a_margin_that_is_used_up_nothing_more_is_taken() {
        answerWith(",\"work\":{" + ESTIMATE + "," + MARGIN.formatted(33, -3) + "}");
        assertThat(actionsFor("energy", "ENERGY", "AGENCY_STAFF"))
                .contains("−3 of 30 working days left")
                .doesNotContain("/commands/use-margin");
    }

    @Test
    void a_program_that_may_not_be_seen_is_not_there() {
        RunningWeb.QUERIES.answers(
                "/api/programs/rer-upton", 404, "{\"code\":\"UNKNOWN\",\"detail\":\"There is no such program.\"}");

        assertThat(signedIn("energy", "ENERGY", "AGENCY_STAFF")
                        .get("/programs/rer-upton")
                        .statusCode())
                .isEqualTo(404);
    }

    private static void answer(String status) {
        RunningWeb.QUERIES.answers("/api/programs/rer-upton", 200, PAGE.formatted(STANDPOINT, ROW.formatted(status)));
    }

    private static String actionsFor(String name, @Nullable String agency, String role) {
        return signedIn(name, agency, role).get("/programs/rer-upton").body();
    }

    private static Browser signedIn(String name, @Nullable String agency, String role) {
        Browser browser = RunningWeb.browser();
        browser.signIn("/", name, agency, role);
        return browser;
    }
}
