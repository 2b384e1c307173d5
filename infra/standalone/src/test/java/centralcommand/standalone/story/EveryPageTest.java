package centralcommand.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every page for every role, at a desk and on a phone: barriers, complaints of the browser, and a picture to look at. */
@ExtendWith(WithSample.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTest {
    /** WCAG 2.0 is the law (Section 508); 2.1 and 2.2 are our own higher bar. */
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");

    private static final Path PICTURES = Path.of("target", "screenshots");

    private final Chromium chromium = new Chromium();
    private SoftAssertions all = new SoftAssertions();
    private final RunningSystem system;
    private String receipt = "";
    private String request = "";
    private long ownEntry;

    EveryPageTest(RunningSystem system) {
        this.system = system;
    }

    /** Something waits for release, a refusal is on file, a baseline waits for approval. */
    @BeforeAll
    void give_the_desk_something_to_show() {
        Api api = system.api();
        String id = Api.newId();
        String news = Json.text(Map.of(
                "programId", "rer-upton",
                "milestoneId", "rer-demo-ops",
                "date", Dates.IN_HALF_A_YEAR,
                "cause", "EQUIPMENT",
                "narrative", "Piping rework took longer than planned.",
                "source", "Energy report"));
        ownEntry = api.command("energy", "report-forecast", news, "Idempotency-Key", id)
                .expecting(200)
                .position();
        receipt = "/desk/receipt?command=" + id + "&minPosition=" + ownEntry;
        api.command(
                        "energy",
                        "report-forecast",
                        Map.of(
                                "programId",
                                "ucore-smc",
                                "milestoneId",
                                "ucore-first-prod",
                                "date",
                                Dates.IN_HALF_A_YEAR))
                .expecting(403);
        long proposed = api.command(
                        "energy",
                        "propose-baseline",
                        Map.of(
                                "programId", "cmi-hub",
                                "basis", "Annual operating plan of the hub",
                                "milestones",
                                        List.of(Map.of(
                                                "milestoneId", "cmi-first-cohort",
                                                "title", "First cohort enrolled",
                                                "date", Dates.IN_HALF_A_YEAR,
                                                "precision", "MONTH"))))
                .expecting(200)
                .position();
        api.query("energy", "/api/inbox?minPosition=" + proposed).expecting(200);
        askForOtherDates(api);
        promiseTooLate(api);
    }

    /** A hand-off is promised for a day on which a date of Energy cannot hold, so that a hidden slip waits for its answer. */
    private static void promiseTooLate(Api api) {
        LocalDate late = Dates.TODAY.plusYears(3);
        released(
                api,
                "energy",
                "request-handoff",
                Map.of(
                        "handoffId", "samarium",
                        "fromProgramId", "ef-whitemesa",
                        "fromMilestoneId", "ef-phase2",
                        "toProgramId", "niron-sartell",
                        "toMilestoneId", "niron-ops",
                        "deliverable", "Samarium for the first line of magnets",
                        "neededBy", late));
        released(api, "defense", "accept-handoff", Map.of("handoffId", "samarium", "date", late));
    }

    private static void released(Api api, String staff, String command, Map<String, Object> body) {
        long said = api.command(staff, command, body).expecting(200).position();
        long released = api.command(staff + ".approver", "release-entries", Map.of("positions", List.of(said)))
                .expecting(200)
                .position();
        api.query("czar", "/api/board?limit=1&minPosition=" + released).expecting(200);
    }

    private void askForOtherDates(Api api) {
        long asked = api.command(
                        "energy",
                        "request-rebaseline",
                        Map.of(
                                "programId", "rer-upton",
                                "reason", "PERMITTING",
                                "narrative", "The licence amendment took longer than planned.",
                                "basis", "The contractor's schedule",
                                "consulted", "The regulator",
                                "dates", List.of(Map.of("milestoneId", "rer-demo-ops", "date", Dates.IN_HALF_A_YEAR))))
                .expecting(200)
                .position();
        long released = api.command("energy.approver", "release-entries", Map.of("positions", List.of(asked)))
                .expecting(200)
                .position();
        request = "/programs/rer-upton/rebaseline/"
                + api.query("czar", "/api/programs/rer-upton?minPosition=" + released)
                        .expecting(200)
                        .json()
                        .get("baselines")
                        .valueStream()
                        .filter(each -> each.get("kind").asString().equals("REBASELINE"))
                        .mapToInt(each -> each.get("baseline").asInt())
                        .findFirst()
                        .orElseThrow();
    }

    @BeforeEach
    void start_with_a_clean_slate() {
        all = new SoftAssertions();
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"energy", "energy.approver", "czar", "auditor", "admin"})
    void every_page_is_open_to_everybody(String account) {
        try (Person person = chromium.person(system, account)) {
            person.signIn();
            pages(account).forEach((name, path) -> look(person, account + "-" + name, path, 200));
            look(person, account + "-not-found", "/no-such-page", 404);
            if (!account.equals("admin")) {
                look(person, account + "-forbidden", "/admin/accounts", 403);
            }
            assertThat(person.complaints()).isEmpty();
        }
        all.assertAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"energy.approver", "czar"})
    void every_command_form_is_open_to_everybody(String account) {
        try (Person person = chromium.person(system, account)) {
            person.signIn();
            formsOf(person).forEach(path -> look(person, account + path.replace('/', '-'), path, 200));
            assertThat(person.complaints()).isEmpty();
        }
        all.assertAll();
    }

    @Test
    void the_pages_before_signing_in_are_open_to_everybody() {
        try (Person nobody = chromium.person(system, "nobody")) {
            look(nobody, "sign-in", "/", 200);
            look(nobody, "signed-out", "/signed-out", 200);
            look(nobody, "sign-in-failed", "/sign-in-failed", 200);
            assertThat(nobody.complaints()).isEmpty();
        }
        all.assertAll();
    }

    @Test
    void what_a_form_answers_is_open_to_everybody() {
        try (Person person = chromium.person(system, "energy")) {
            person.signIn();
            lookAfter(person, "energy-desk-check", "/desk", "Check before sending");
            lookAfter(person, "energy-commands-report-forecast-wrong", "/commands/report-forecast", "Send");
            assertThat(person.complaints()).isEmpty();
        }
        all.assertAll();
    }

    private static List<String> formsOf(Person person) {
        person.open("/commands");
        List<String> paths = person.page().locator("main a[href^='/commands/']").all().stream()
                .map(link -> link.getAttribute("href"))
                .distinct()
                .toList();
        assertThat(paths).hasSizeGreaterThan(5);
        return paths;
    }

    /** Every page once, for one of those whose page it is; the board for all, as it differs for each. */
    private Map<String, String> pages(String account) {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("board", "/board");
        if (account.equals("czar")) {
            pages.put("slippage", "/slippage");
            pages.put("funding", "/funding");
            pages.put("capacity", "/capacity");
            pages.put("handoffs", "/handoffs");
            pages.put("programs", "/programs");
            pages.put("program", "/programs/rer-upton");
            pages.put("rebaseline-decide", request);
            pages.put("milestone", "/milestones/rer-demo-ops");
            pages.put("milestone-reached", "/milestones/mp-ind-magnet");
            pages.put("warning-times", "/warning-times");
            pages.put("schedule", "/programs/ef-whitemesa/schedule");
            pages.put("hidden-slips", "/hidden-slips");
            pages.put("hidden-slips-then", "/hidden-slips?statedBy=2024-06-01");
            pages.put("thresholds", "/thresholds");
            pages.put("calendar", "/calendar");
            pages.put("lineage", "/lineage?figure=" + figure("rer-demo-ops"));
            pages.put("event", "/events/" + (ownEntry - 20));
            pages.put("replay", "/replay");
            pages.put("commands", "/commands");
            pages.put("board-narrowed", "/board?agency=ENERGY&sort=date");
            pages.put("board-then", "/board?statedBy=2024-01-01");
            pages.put("changes", "/board/changes?from=" + (ownEntry - 40));
            pages.put("lineage-money", "/lineage?figure=" + fundingFigure());
        }
        if (account.equals("auditor")) {
            pages.put("replay-then", "/replay?asOf=" + (ownEntry - 20));
        }
        if (account.startsWith("energy")) {
            pages.put("desk", "/desk");
            pages.put("desk-sheet", "/desk/sheet");
            pages.put("desk-entries", "/desk/entries");
            pages.put("desk-refusals", "/desk/refusals");
            pages.put("desk-release", "/desk/release");
            pages.put("desk-handoffs", "/desk/handoffs");
            pages.put("ask", "/desk/handoffs/request");
            pages.put("ask-what", "/desk/handoffs/request?fromProgramId=ef-whitemesa&toProgramId=niron-sartell");
            pages.put("act", "/desk/handoffs/act?handoffId=samarium&act=RENEGOTIATE");
            pages.put("hidden-milestone", "/milestones/niron-ops");
        }
        if (account.equals("energy")) {
            pages.put("desk-receipt", receipt);
            pages.put("rebaseline", "/programs/ramaco-brook/rebaseline");
            pages.put("import", "/programs/ramaco-brook/import");
            pages.put("desk-withdraw", "/desk/withdraw?position=" + ownEntry);
        }
        if (account.equals("energy.approver")) {
            pages.put("desk-baselines", "/desk/baselines");
            pages.put("desk-certify", "/desk/certify");
        }
        if (account.equals("admin")) {
            pages.put("accounts", "/admin/accounts");
        }
        return pages;
    }

    private String figure(String milestone) {
        return Api.encoded(system.api().allRows("czar", "/api/board?limit=1000").stream()
                .filter(row -> row.get("milestoneId").asString().equals(milestone))
                .map(row -> row.get("figure").asString())
                .findFirst()
                .orElseThrow());
    }

    private String fundingFigure() {
        JsonNode funding =
                system.api().query("czar", "/api/funding").expecting(200).json();
        return Api.encoded(funding.at("/columns/0/figure").asString());
    }

    /** At a desk first, then on a phone, as somebody would who turns their screen. */
    private void look(Person person, String name, String path, int status) {
        Page page = person.page();
        page.setViewportSize(Person.DESK_WIDTH, Person.HEIGHT);
        all.assertThat(person.open(path)).as("%s: status", name).isEqualTo(status);
        open(page, name);
        examine(page, name, Person.DESK_WIDTH);
        page.setViewportSize(Person.PHONE_WIDTH, Person.HEIGHT);
        examine(page, name, Person.PHONE_WIDTH);
    }

    /** The page that answers a form, which has no address of its own. */
    private void lookAfter(Person person, String name, String path, String button) {
        Page page = person.page();
        page.setViewportSize(Person.DESK_WIDTH, Person.HEIGHT);
        person.open(path);
        page.locator("main button", new Page.LocatorOptions().setHasText(button))
                .click();
        page.waitForLoadState();
        examine(page, name, Person.DESK_WIDTH);
        page.setViewportSize(Person.PHONE_WIDTH, Person.HEIGHT);
        examine(page, name, Person.PHONE_WIDTH);
    }

    /** What is folded away must be as open to everybody as the rest. */
    private static void open(Page page, String name) {
        if (name.endsWith("-desk") || name.endsWith("approver-desk-release")) {
            page.locator("main details summary").first().click();
        }
    }

    private void examine(Page page, String name, int width) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + "-" + width + ".png"))
                .setFullPage(true));
        String violations = new AxeBuilder(page)
                .withTags(RULES).analyze().getViolations().stream()
                        .map(EveryPageTest::words)
                        .collect(Collectors.joining("\n"));
        all.assertThat(violations).as("%s at %d px: barriers", name, width).isEmpty();
        int wider =
                ((Number) page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth")).intValue();
        all.assertThat(wider)
                .as("%s at %d px: wider than the screen by", name, width)
                .isLessThanOrEqualTo(0);
    }

    private static String words(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream()
                        .map(node -> node.getTarget() + " " + node.getHtml())
                        .limit(3)
                        .collect(Collectors.joining(" | "));
    }
}
