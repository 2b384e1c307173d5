package centralcommand.web.plan;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.web.Browser;
import centralcommand.web.RunningWeb;
import centralcommand.web.StubService.Answer;
import centralcommand.web.StubService.Asked;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportPagesTest {
    private static final String HERE = "/programs/rer-upton/import";
    private static final String STANDPOINT = "\"position\":41,\"viewedAs\":\"ENERGY\",\"today\":\"2027-01-11\"";
    private static final String PROGRAM = """
            {%s,"coverage":{"programs":1,"withoutDatedMilestone":0,"milestones":1,"notHeardOf":0,"withoutReport":0,"sentence":"","agencies":[],"figure":"c"},
             "program":{"programId":"rer-upton","name":"Upton <demo>","performer":"R","status":"ACTIVE","agency":"ENERGY","leadOrganization":"Energy",
               "supportingAgencies":[],"lineOfEffort":"CAPITAL","stage":"SEPARATION","place":"","milestones":1,"datedMilestones":1,"version":9},
             "description":"","statusReason":"","source":"","baselines":[%s],"milestones":[%s],"waitsFor":[],"waitedForBy":[],
             "fundingColumns":[],"funding":[],"capacity":[],"handoffs":[],"history":[]}""";
    private static final String KNOWN = """
            {"milestoneId":"rer-upton-uid-1","programId":"rer-upton","programName":"Upton","title":"Design","kind":"OTHER","agency":"ENERGY",
             "leadOrganization":"Energy","lineOfEffort":"CAPITAL","stage":"SEPARATION",
             "currentBaseline":{"date":"2027-01-15","first":"2027-01-15","precision":"DAY","asStated":"","statedOn":"2026-11-16","position":7,"status":"RELEASED","marking":"NONE","figure":"f"},
             "inDoubt":false,"status":"ON_TRACK","closed":false,"withinPrecision":false,"critical":false,"narrative":"","waitedForBy":[],"waitedForByNames":[],"version":9,"figure":"s"}""";

    private static String task(int number, String name, String baseline, String finish, String more) {
        return "<Task><UID>" + number + "</UID><ID>" + number + "</ID><Name>" + name
                + "</Name><Start>2027-01-04T08:00:00</Start><Finish>"
                + finish + "T17:00:00</Finish><Duration>PT80H0M0S</Duration><Baseline><Number>0</Number><Finish>"
                + baseline
                + "T17:00:00</Finish></Baseline>" + more + "</Task>";
    }

    private static String link(int from) {
        return "<PredecessorLink><PredecessorUID>" + from
                + "</PredecessorUID><Type>1</Type><LinkLag>0</LinkLag><LagFormat>7</LagFormat></PredecessorLink>";
    }

    private static byte[] file(String... tasks) {
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Project xmlns=\"http://schemas.microsoft.com/project\"><StatusDate>2027-01-08T17:00:00</StatusDate><MinutesPerDay>480</MinutesPerDay><Tasks>"
                        + String.join("", tasks) + "</Tasks></Project>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private final byte[] usual = file(
            task(1, "Design", "2027-01-15", "2027-01-20", ""),
            task(2, "Build &lt;b&gt;", "2027-02-15", "2027-02-15", link(1)),
            task(3, "Absurd", "2027-02-15", "9999-02-15", ""));

    @BeforeEach
    void answers() {
        onFile("", KNOWN);
        RunningWeb.COMMANDS.asked.clear();
        AtomicInteger position = new AtomicInteger(100);
        for (String name : List.of(
                "propose-baseline", "report-forecast", "estimate-duration", "link-milestones", "report-actual")) {
            RunningWeb.COMMANDS.answers("/api/commands/" + name, asked -> recorded(position.incrementAndGet()));
        }
    }

    private static void onFile(String baselines, String milestones) {
        RunningWeb.QUERIES.answers(
                "/api/programs/rer-upton", 200, PROGRAM.formatted(STANDPOINT, baselines, milestones));
        RunningWeb.QUERIES.answers(
                "/api/programs/rer-upton/schedule",
                200,
                "{" + STANDPOINT
                        + ",\"programId\":\"rer-upton\",\"programName\":\"Upton\",\"rows\":[],\"neighbours\":[],\"links\":[],\"criticalPath\":[]}");
    }

    private static Answer recorded(int position) {
        return new Answer(
                200,
                "{\"commandId\":\"x\",\"position\":%d,\"events\":[{\"position\":%d,\"type\":\"t\"}]}"
                        .formatted(position, position));
    }

    private static Browser signedIn(String name, @Nullable String agency, String role) {
        Browser browser = RunningWeb.browser();
        browser.signIn("/", name, agency, role);
        return browser;
    }

    private static Browser staff() {
        return signedIn("energy", "ENERGY", "AGENCY_STAFF");
    }

    private static HttpResponse<String> upload(Browser browser, byte[] file) {
        return browser.postFile(HERE, Browser.hiddenFields(browser.get(HERE).body()), "upton.xml", file);
    }

    private static HttpResponse<String> apply(Browser browser, String address) {
        return browser.postFromPage(
                address, Browser.hiddenFields(browser.get(address).body()));
    }

    @Test
    void only_staff_of_the_agency_that_leads_are_offered_it_and_may() {
        assertThat(staff().get("/programs/rer-upton").body()).contains(HERE);
        assertThat(staff().get(HERE).statusCode()).isEqualTo(200);
        Browser other = signedIn("defense", "DEFENSE", "AGENCY_STAFF");
        assertThat(other.get("/programs/rer-upton").body()).doesNotContain(HERE);
        assertThat(other.get(HERE).statusCode()).isEqualTo(403);
        assertThat(signedIn("czar", null, "CZAR").get(HERE).statusCode()).isEqualTo(403);
        assertThat(staff().get(HERE + "?asOf=7").statusCode()).isEqualTo(403);
    }

    @Test
    void a_dry_run_shows_refused_rows_first_and_records_nothing() {
        Browser browser = staff();
        String page = browser.get(Browser.location(upload(browser, usual))).body();

        assertThat(page)
                .contains("Its finish is 9999-02-15")
                .contains("Build &lt;b&gt;")
                .contains("Would be forecast for 2027-01-20; on file is 2027-01-15.")
                .contains("Would be promised for 2027-02-15, its baseline finish.")
                .contains("After approval the same file adds its duration of 10 working days.")
                .contains("Would wait for row 1 (Design)")
                .contains("status date, 2027-01-08")
                .contains("Applying sends 4 commands in your name.");
        assertThat(page.indexOf("id=\"refused\"")).isPositive().isLessThan(page.indexOf("id=\"add\""));
        assertThat(RunningWeb.COMMANDS.asked).isEmpty();
    }

    @Test
    void a_dry_run_shows_another_name_and_that_the_one_on_file_stays() {
        Browser browser = staff();
        String page = browser.get(
                        Browser.location(upload(browser, file(task(1, "Redesign", "2027-01-15", "2027-01-15", "")))))
                .body();

        assertThat(page)
                .contains("Renamed in the file (1)")
                .contains("On file it is named &quot;Design&quot; (rer-upton-uid-1), and stays so")
                .doesNotContain("As on file.");
    }

    @Test
    void applying_sends_in_order_and_a_second_click_sends_nothing_again() {
        Browser browser = staff();
        String address = Browser.location(upload(browser, usual));
        assertThat(Browser.location(apply(browser, address))).isEqualTo(address);

        assertThat(RunningWeb.COMMANDS.asked)
                .extracting(Asked::address)
                .containsExactly(
                        "/api/commands/propose-baseline",
                        "/api/commands/report-forecast",
                        "/api/commands/estimate-duration",
                        "/api/commands/link-milestones");
        assertThat(RunningWeb.COMMANDS.asked)
                .allMatch(asked -> asked.body().contains("\"channel\":\"IMPORTED\"")
                        && asked.body().contains("upton.xml, SHA-256 "));
        assertThat(browser.get(address).body())
                .contains("4 entries are recorded.")
                .contains("entry 101")
                .contains("1 row has more to say once the baseline is approved")
                .contains("Forecast for 2027-01-20; on file was 2027-01-15 before.")
                .contains("Its duration was estimated at 10 working days; on file was none before.")
                .contains("Promised for 2027-02-15, its baseline finish.")
                .contains("Waits for row 1 (Design)")
                .contains("Sent as a new baseline, which an approver decides on.")
                .doesNotContain("Would be", "Would wait", "would be")
                .doesNotContain(">Apply<");
        browser.postFromPage(address, Browser.hiddenFields(browser.get(HERE).body()));
        assertThat(RunningWeb.COMMANDS.asked).hasSize(4);
    }

    @Test
    void the_same_file_uploaded_again_is_sent_under_the_same_ids() {
        Browser browser = staff();
        apply(browser, Browser.location(upload(browser, usual)));
        apply(browser, Browser.location(upload(browser, usual)));

        List<String> ids = RunningWeb.COMMANDS.asked.stream()
                .map(asked -> asked.headers().entrySet().stream()
                        .filter(header -> header.getKey().equalsIgnoreCase("Idempotency-Key"))
                        .map(header -> header.getValue().getFirst())
                        .findFirst()
                        .orElseThrow())
                .toList();
        assertThat(ids).hasSize(8);
        assertThat(ids.subList(4, 8)).isEqualTo(ids.subList(0, 4));
    }

    @Test
    void what_the_service_refuses_is_shown_by_row_what_builds_on_it_is_not_sent_and_the_rest_stands() {
        RunningWeb.COMMANDS.answers(
                "/api/commands/propose-baseline",
                422,
                "{\"status\":422,\"code\":\"PROGRAM_CANCELLED\",\"detail\":\"Nothing more is promised.\"}");
        Browser browser = staff();
        String address = Browser.location(upload(browser, usual));
        apply(browser, address);

        assertThat(RunningWeb.COMMANDS.asked)
                .extracting(Asked::address)
                .doesNotContain("/api/commands/link-milestones");
        assertThat(browser.get(address).body())
                .contains("Not recorded (2)")
                .contains("Refused: Nothing more is promised. (PROGRAM_CANCELLED)")
                .contains("Not sent: the proposal of an activity that it is about was refused.")
                .contains("2 entries are recorded.");
    }

    @Test
    void when_the_service_is_away_it_stops_and_goes_on_from_there() {
        RunningWeb.COMMANDS.answers("/api/commands/report-forecast", 503, "no answer");
        Browser browser = staff();
        String address = Browser.location(upload(browser, usual));
        apply(browser, address);
        int before = RunningWeb.COMMANDS.asked.size();
        RunningWeb.COMMANDS.answers("/api/commands/report-forecast", asked -> recorded(200));

        assertThat(browser.get(address).body())
                .contains("1 of 4 commands are sent.")
                .contains(">Go on<");
        apply(browser, address);

        assertThat(before).isEqualTo(2);
        assertThat(RunningWeb.COMMANDS.asked).hasSize(5);
        assertThat(browser.get(address).body()).contains("4 entries are recorded.");
    }

    @Test
    void a_first_baseline_that_waits_holds_back_what_else_the_file_says() {
        onFile("""
                {"baseline":1,"basis":"b","status":"PROPOSED","proposedBy":"energy","decidedBy":"","reason":"","statedOn":"2027-01-08",
                 "milestones":[{"milestoneId":"rer-upton-uid-1","title":"Design","date":"2027-01-15"}],"position":7}""", "");
        Browser browser = staff();
        String page = browser.get(
                        Browser.location(upload(browser, file(task(1, "Design", "2027-01-15", "2027-01-20", "")))))
                .body();

        assertThat(page)
                .contains("Waits until baseline 1 is approved.")
                .contains(
                        "After approval the same file adds its finish 2027-01-20 and its duration of 10 working days.")
                .contains("There is nothing to apply.");
    }

    @Test
    void a_file_that_cannot_be_read_and_none_at_all_come_back_with_words() {
        Browser browser = staff();

        HttpResponse<String> hostile =
                upload(browser, "<!DOCTYPE x [<!ENTITY a \"b\">]><Project/>".getBytes(StandardCharsets.UTF_8));
        assertThat(hostile.statusCode()).isEqualTo(422);
        assertThat(hostile.body()).contains("The file declares entities");
        assertThat(upload(browser, new byte[0]).body()).contains("Choose a file first.");
        assertThat(upload(browser, "ERMHDR\t19".getBytes(StandardCharsets.UTF_8))
                        .body())
                .contains("Primavera XER");
    }

    @Test
    void a_file_above_twenty_megabytes_comes_back_with_words_however_large_it_is() {
        Browser browser = staff();

        assertThat(upload(browser, new byte[21 * 1024 * 1024]).body()).contains("The file has more than 20 MB.");
        HttpResponse<String> larger = upload(browser, new byte[30 * 1024 * 1024]);
        assertThat(Browser.location(larger)).endsWith(HERE + "?tooLarge");
        assertThat(browser.get(HERE + "?tooLarge").body()).contains("The file has more than 20 MB.");
    }

    @Test
    void a_large_upload_to_an_address_that_takes_none_is_refused_and_led_nowhere() {
        HttpResponse<String> answer =
                staff().postFile("//elsewhere.example/import", java.util.Map.of(), "x.xml", new byte[26 * 1024 * 1024]);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void a_form_without_its_token_does_nothing() {
        Browser browser = staff();

        HttpResponse<String> answer = browser.postFile(HERE, java.util.Map.of(), "upton.xml", usual);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(Browser.location(answer)).endsWith(HERE);
    }

    @Test
    void somebody_elses_dry_run_or_one_that_is_over_leads_back_to_the_form() {
        Browser browser = staff();
        String address = Browser.location(upload(browser, usual));
        Browser colleague = signedIn("energy.two", "ENERGY", "AGENCY_STAFF");

        assertThat(Browser.location(colleague.get(address))).isEqualTo(HERE + "?gone");
        assertThat(colleague.get(HERE + "?gone").body()).contains("no longer kept here");
    }
}
