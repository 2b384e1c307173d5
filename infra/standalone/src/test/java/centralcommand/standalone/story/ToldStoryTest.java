package centralcommand.standalone.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One month, from the agency's report to the auditor's question, in the browser. */
@ExtendWith(WithSample.class)
class ToldStoryTest {
    private static final String LINE = "lines[rer-demo-ops].";
    private static final String NARRATIVE = "Piping rework took longer than planned; the contractor added a shift.";
    private static final int MOST_TYPED_FIELDS = 5;

    private final RunningSystem system;

    ToldStoryTest(RunningSystem system) {
        this.system = system;
    }

    /** How the people of the story work; each reports another quarter, so that each has something new to say. */
    private enum Way {
        WITH_SCRIPTS(6),
        WITHOUT_SCRIPTS(9),
        BY_KEYBOARD_ALONE(12);

        private final LocalDate expected;

        Way(int monthsAhead) {
            LocalDate month = Dates.TODAY.plusMonths(monthsAhead);
            int lastMonth = (month.getMonthValue() + 2) / 3 * 3;
            LocalDate first = LocalDate.of(month.getYear(), lastMonth, 1);
            expected = first.withDayOfMonth(first.lengthOfMonth());
        }

        /** As pages say it. */
        String quarter() {
            return "Q" + expected.getMonthValue() / 3 + " " + expected.getYear();
        }

        Person person(Chromium chromium, RunningSystem system, String account) {
            return this == WITHOUT_SCRIPTS
                    ? chromium.personWithoutScripts(system, account)
                    : chromium.person(system, account);
        }

        Hands hands(Person person) {
            return this == BY_KEYBOARD_ALONE
                    ? new Hands.Keyboard(person.page())
                    : new Hands.Mouse(person.page(), live());
        }

        boolean live() {
            return this != WITHOUT_SCRIPTS;
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void a_month_from_the_agencys_report_to_the_auditors_question(Way way) {
        long before = system.api().head();
        String was = dateOnFile();
        try (Chromium chromium = new Chromium();
                Person czar = way.person(chromium, system, "czar");
                Person energy = way.person(chromium, system, "energy");
                Person approver = way.person(chromium, system, "energy.approver");
                Person auditor = way.person(chromium, system, "auditor")) {
            List.of(czar, energy, approver, auditor).forEach(person -> signIn(person, way));
            Locator onBoard = openBoard(czar, was);

            report(energy, way);
            seeNothingNew(czar, onBoard, was, way);
            release(approver, way);
            seeTheNews(czar, onBoard, way);

            replay(auditor, before, was, way);
            assertThat(List.of(czar, energy, approver, auditor))
                    .allSatisfy(person -> assertThat(person.complaints()).isEmpty());
        }
    }

    private static void signIn(Person person, Way way) {
        person.open("/");
        Hands hands = way.hands(person);
        hands.write("#username", person.account());
        hands.write("#password", person.account() + "-pass");
        hands.press("main button[type=submit]");
        assertThat(person.page().locator(".cc-who__name")).containsText(person.account());
    }

    private static Locator openBoard(Person czar, String was) {
        czar.open("/board");
        Locator row = czar.page().locator("#row-rer-demo-ops");
        assertThat(row).containsText(was);
        czar.page().evaluate("() => { window.openSince = 'before the report'; }");
        return row;
    }

    /** Everything is confirmed as it is offered, except for one line. */
    private void report(Person energy, Way way) {
        Page page = energy.page();
        Hands hands = way.hands(energy);
        energy.open("/desk");
        assertThat(page.locator("[type=checkbox]:checked").count()).isGreaterThan(1);
        int typed = 0;
        hands.press("#row-rer-demo-ops summary");
        hands.setDay(field("date"), way.expected.toString());
        typed++;
        hands.choose(field("cause"), "EQUIPMENT");
        typed++;
        hands.write(field("narrative"), NARRATIVE);
        typed++;
        assertThat(typed).isLessThanOrEqualTo(MOST_TYPED_FIELDS);

        hands.press(".cc-report > .cc-buttons button");
        assertThat(page.locator("h1")).containsText("Check the report");
        assertThat(page.locator("#changes-title")).hasText("1 change");
        assertThat(page.locator("#confirmed-title")).hasText(Pattern.compile("\\d+ confirmed unchanged .*"));
        assertThat(page.locator("article.cc-told")).containsText(way.quarter());
        assertThat(page.locator("article.cc-told")).containsText("Who waits for it");

        hands.press("button[value=send]");
        assertThat(page.locator("h1")).hasText("Receipt");
        assertThat(page.locator("main")).containsText(NARRATIVE);
        assertThat(page.locator("main")).containsText("waits for release");
    }

    private void seeNothingNew(Person czar, Locator onBoard, String was, Way way) {
        system.api()
                .query("czar", "/api/board?minPosition=" + system.api().head())
                .expecting(200);
        if (!way.live()) {
            czar.page().reload();
        }
        assertThat(onBoard).containsText(was);
        assertThat(onBoard).not().containsText(way.quarter());
        assertThat(dateOnFile()).isEqualTo(was);
    }

    private static void release(Person approver, Way way) {
        approver.open("/desk/release");
        assertThat(approver.page().locator("#waiting")).containsText(NARRATIVE);
        way.hands(approver).press("button[value=all]");
        assertThat(approver.page().locator("main")).containsText("now the word of Energy");
        assertThat(approver.page().locator("main")).containsText("Nothing waits for release");
    }

    private static void seeTheNews(Person czar, Locator onBoard, Way way) {
        if (way.live()) {
            assertThat(onBoard).containsText(way.quarter());
            assertThat(czar.page().evaluate("() => window.openSince")).isEqualTo("before the report");
        } else {
            czar.page().reload();
            assertThat(onBoard).containsText(way.quarter());
        }
        assertThat(onBoard).containsText(NARRATIVE);
    }

    private void replay(Person auditor, long before, String was, Way way) {
        Page page = auditor.page();
        Hands hands = way.hands(auditor);
        auditor.open("/replay");
        assertThat(page.locator("#m-rer-demo-ops")).containsText(way.quarter());
        hands.slide("#as-of", before);
        if (!way.live()) {
            hands.press(".cc-replay button[type=submit]");
        }
        assertThat(page.locator(".cc-replay__place"))
                .containsText("Entry %,d of %,d".formatted(before, system.api().head()));
        assertThat(page.locator("#m-rer-demo-ops")).containsText(was);
        assertThat(page.locator("#m-rer-demo-ops")).not().containsText(way.quarter());
        reachTheEntry(page, hands, lastDay(was));

        auditor.open("/replay");
        reachTheEntry(page, hands, way.expected);
        assertThat(page.locator(".cc-facts")).containsText("Energy report");
        assertThat(page.locator("main")).containsText(NARRATIVE);
    }

    /** From the date in the row to its lineage, and from there to who said it, who released it and where it comes from. */
    private static void reachTheEntry(Page page, Hands hands, LocalDate lastDay) {
        hands.press("#m-rer-demo-ops td:nth-of-type(1) a");
        assertThat(page.locator(".cc-lineage__value")).containsText(lastDay.toString());
        hands.press("#entries tbody th a");
        assertThat(page.locator("h1")).hasText(Pattern.compile("Entry [\\d,]+"));
        assertThat(fact(page, "Who")).containsText("energy for Energy");
        assertThat(fact(page, "Standing")).containsText("Released by");
        assertThat(fact(page, "Standing")).containsText("energy.approver");
        assertThat(fact(page, "Source")).hasText(Pattern.compile("\\w"));
    }

    private static Locator fact(Page page, String name) {
        return page.locator(".cc-facts > div")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(
                                "dt", new Page.LocatorOptions().setHasText(Pattern.compile("^" + name + "$")))))
                .locator("dd");
    }

    private static String field(String name) {
        return "[name='" + LINE + name + "']";
    }

    /** The day by which a quarter is kept. */
    private static LocalDate lastDay(String quarter) {
        LocalDate first = LocalDate.of(Integer.parseInt(quarter.substring(3)), 3 * (quarter.charAt(1) - '0'), 1);
        return first.withDayOfMonth(first.lengthOfMonth());
    }

    /** The date that the czar's office is shown for the milestone, in the page's words: a quarter. */
    private String dateOnFile() {
        String date = system.api().allRows("czar", "/api/board?limit=1000&programId=rer-upton").stream()
                .filter(row -> row.get("milestoneId").asString().equals("rer-demo-ops"))
                .map(row -> row.at("/forecast/date").asString())
                .findFirst()
                .orElseThrow();
        LocalDate last = LocalDate.parse(date);
        return "Q" + last.getMonthValue() / 3 + " " + last.getYear();
    }
}
