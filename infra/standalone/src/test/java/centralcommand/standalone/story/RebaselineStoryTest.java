package centralcommand.standalone.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A promise that can no longer be kept: other dates are asked for, declined, asked for again and approved, and both histories are shown. */
@ExtendWith(WithSample.class)
class RebaselineStoryTest {
    private static final String PROGRAM = "/programs/rer-upton";
    private static final String MILESTONE = "rer-demo-ops";
    private static final String DECLINED = "The plan names no date for the licence amendment.";
    private static final String APPROVED = "The amendment is issued and the schedule was reviewed.";
    private static final LocalDate FIRST_ASKED = Dates.TODAY.plusMonths(9);
    private static final LocalDate THEN_ASKED = Dates.TODAY.plusMonths(12);

    private final RunningSystem system;

    RebaselineStoryTest(RunningSystem system) {
        this.system = system;
    }

    @Test
    void other_dates_are_asked_for_declined_asked_for_again_and_approved_and_both_histories_stay() {
        JsonNode before = row();
        try (Chromium chromium = new Chromium();
                Person energy = chromium.personWithoutScripts(system, "energy");
                Person approver = chromium.person(system, "energy.approver");
                Person czar = chromium.person(system, "czar")) {
            List.of(energy, approver, czar).forEach(Person::signIn);
            czar.page().setViewportSize(Person.PHONE_WIDTH, Person.HEIGHT);

            ask(energy, FIRST_ASKED);
            czar.open(PROGRAM);
            assertThat(czar.page().locator("main")).not().containsText("other dates asked for");
            release(approver);
            decide(czar, "decline", DECLINED);
            assertThat(row().get("currentBaseline")).isEqualTo(before.get("currentBaseline"));

            ask(energy, THEN_ASKED);
            release(approver);
            decide(czar, "approve", APPROVED);

            List.of(energy, czar).forEach(this::bothHistories);
            assertThat(List.of(energy, approver, czar))
                    .allSatisfy(person -> assertThat(person.complaints()).isEmpty());
        }
        JsonNode after = row();
        assertThat(after.get("originalBaseline")).isEqualTo(before.get("originalBaseline"));
        assertThat(after.at("/currentBaseline/date").asString()).isEqualTo(THEN_ASKED.toString());
        LocalDate original = LocalDate.parse(after.at("/originalBaseline/date").asString());
        assertThat(after.get("slipVsOriginalDays").asLong())
                .as("the first promise is held against what was asked for last")
                .isEqualTo(ChronoUnit.DAYS.between(original, THEN_ASKED))
                .isGreaterThan(before.get("slipVsOriginalDays").asLong());
        assertThat(after.get("slipVsCurrentDays").asLong()).isZero();
    }

    private static void ask(Person energy, LocalDate day) {
        Page page = energy.page();
        energy.open(PROGRAM);
        page.locator("a[href='" + PROGRAM + "/rebaseline']").click();
        assertThat(page.locator("h1")).hasText("Ask for other dates");
        page.locator("[name='lines[" + MILESTONE + "].date']").fill(day.toString());
        page.locator("[name=reason]").selectOption("PERMITTING");
        page.locator("[name=narrative]").fill("The licence amendment took longer than planned.");
        page.locator("main form .cc-buttons button").click();
        assertThat(page.locator("#error-summary")).containsText("Say what the new dates rest on.");
        page.locator("[name=basis]").fill("The contractor's schedule.");
        page.locator("[name=consulted]").fill("The regulator and the company.");
        assertThat(page.locator("[name='lines[" + MILESTONE + "].date']")).hasValue(day.toString());
        page.locator("main form .cc-buttons button").click();
        assertThat(page.locator("#receipt")).containsText("The promise stands as it was");
    }

    private static void release(Person approver) {
        approver.open("/desk/release");
        approver.page().locator("button[value=all]").click();
        assertThat(approver.page().locator("main")).containsText("Nothing waits for release");
        approver.open("/desk/baselines");
        assertThat(approver.page().locator("main")).containsText("No baseline waits for your approval.");
    }

    private static void decide(Person czar, String decision, String determination) {
        Page page = czar.page();
        czar.open("/board");
        Locator waiting = page.locator("a.cc-decide[href*='" + PROGRAM + "/rebaseline/']");
        assertThat(waiting).hasCount(1);
        waiting.click();
        assertThat(page.locator("h1")).containsText("other dates");
        assertThat(page.locator("#changes")).containsText("summer 2024");
        assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                .as("fits a phone")
                .isLessThanOrEqualTo(Person.PHONE_WIDTH);
        assertThat(page.locator("#changes")).containsText("since the last report");
        assertThat(page.locator("#changes")).containsText("pushes");
        Hands keyboard = new Hands.Keyboard(page);
        keyboard.write("[name=determination]", determination);
        keyboard.write("[name=consulted]", "The regulator.");
        if (decision.equals("approve")) {
            keyboard.write("[name=dissent]", "One adviser wanted an earlier date.");
        }
        keyboard.press("button[value=" + decision + "]");
        assertThat(page.locator("#receipt")).containsText("Recorded");
    }

    private void bothHistories(Person person) {
        person.open(PROGRAM);
        Locator baselines = person.page().locator("section[aria-labelledby=baselines-heading]");
        assertThat(baselines).containsText("Declined by czar");
        assertThat(baselines).containsText(DECLINED);
        assertThat(baselines).containsText("Approved by czar");
        assertThat(baselines).containsText(APPROVED);
        assertThat(baselines).containsText("One adviser wanted an earlier date.");
        assertThat(baselines).containsText("summer 2024");
        assertThat(person.page().locator("#m-" + MILESTONE)).containsText("promised anew: permitting");
    }

    private JsonNode row() {
        return system
                .api()
                .allRows(
                        "czar",
                        "/api/board?limit=1000&programId=rer-upton&minPosition="
                                + system.api().head())
                .stream()
                .filter(row -> row.get("milestoneId").asString().equals(MILESTONE))
                .findFirst()
                .orElseThrow();
    }
}
