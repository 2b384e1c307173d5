package centralcommand.standalone.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A hand-off between two agencies is promised, breaks, and is agreed anew; both sides see it, and what it pushes. */
@ExtendWith(WithSample.class)
class HandoffStoryTest {
    private static final String DATA = "Demonstration data set";
    private static final LocalDate NEEDED = Dates.TODAY.plusDays(60);
    private static final LocalDate PROMISED = Dates.TODAY.plusDays(90);
    /** Later than all that the receiving program has on file. */
    private static final LocalDate LATE = Dates.TODAY.plusYears(5);

    private static final String AT_RISK = "/api/lineage?figure=handoffs-at-risk";
    private static final String BROKEN = "+ 1 promise that is broken";

    private final RunningSystem system;

    HandoffStoryTest(RunningSystem system) {
        this.system = system;
    }

    @Test
    void a_hand_off_is_promised_breaks_and_is_agreed_anew() {
        try (Chromium chromium = new Chromium();
                Person receiver = chromium.person(system, "defense");
                Person giver = chromium.personWithoutScripts(system, "energy");
                Person czar = chromium.person(system, "czar")) {
            giver.page().setViewportSize(Person.PHONE_WIDTH, Person.HEIGHT);
            List.of(receiver, giver, czar).forEach(Person::signIn);

            ask(receiver, giver);
            promise(giver, receiver);
            breaks(giver, receiver, czar);
            agreeAnew(giver, receiver, czar);
            delivers(giver, receiver);
            assertThat(List.of(receiver, giver, czar))
                    .allSatisfy(person -> assertThat(person.complaints()).isEmpty());
        }
    }

    /** From the page of the program that is to give; unknown to its agency until it is released. */
    private void ask(Person receiver, Person giver) {
        Page page = receiver.page();
        receiver.open("/programs/rer-upton");
        page.locator("text=Ask this program for a hand-off").click();
        assertThat(page.locator("[name=fromProgramId]")).hasValue("rer-upton");
        page.locator("[name=toProgramId]").selectOption("ef-whitemesa");
        press(receiver, "Next");
        press(receiver, "Ask for it");
        assertThat(page.locator("#error-summary")).containsText("Choose the milestone that waits for it.");
        page.locator("[name=fromMilestoneId]").selectOption("rer-demo-ops");
        page.locator("[name=toMilestoneId]").selectOption("ef-phase2-permit");
        page.locator("[name=deliverable]").fill(DATA);
        page.locator("[name=neededBy]").fill(NEEDED.toString());
        press(receiver, "Ask for it");
        assertThat(page.locator("main")).containsText("It is asked for.");

        giver.open("/desk/handoffs");
        assertThat(giver.page().locator("main")).not().containsText(DATA);
        release("defense.approver");
        giver.page().reload();
        assertThat(handoff(giver)).containsText("your turn");
    }

    private void promise(Person giver, Person receiver) {
        Page page = giver.page();
        follow(giver, "Promise it");
        assertThat(page.locator("[name=date]")).hasValue(NEEDED.toString());
        page.locator("[name=date]").fill(PROMISED.toString());
        press(giver, "Promise it");
        assertThat(page.locator("main")).containsText("It is promised.");
        assertThat(page.locator(".cc-told").first().isVisible())
                .as("on a phone")
                .isTrue();
        release("energy.approver");

        receiver.open("/desk/handoffs");
        assertThat(handoff(receiver)).containsText("Promised");
        assertThat(handoff(receiver)).not().containsText("late");
    }

    /** The giver's own report on its milestone breaks the promise; nobody has to say so. */
    private void breaks(Person giver, Person receiver, Person czar) {
        assertThat(system.api().query("czar", AT_RISK).expecting(200).body()).doesNotContain(BROKEN);
        system.api()
                .command(
                        "energy",
                        "report-forecast",
                        Map.of(
                                "programId", "rer-upton",
                                "milestoneId", "rer-demo-ops",
                                "date", LATE.toString(),
                                "cause", "EQUIPMENT",
                                "narrative", "The furnace is rebuilt.",
                                "source", "Energy report"))
                .expecting(200);
        release("energy.approver");

        receiver.open("/desk/handoffs");
        assertThat(handoff(receiver)).containsText("Broken");
        assertThat(handoff(receiver)).containsText("late against the first promise");
        seePushes(handoff(receiver));
        giver.open("/desk/handoffs");
        assertThat(handoff(giver)).containsText("Broken");
        // Whose dates cannot hold is for their owner to say first.
        assertThat(handoff(giver).locator("li strong")).hasCount(0);
        answer("ef-phase2-permit");
        answer("ef-phase2");
        giver.open("/desk/handoffs");
        seePushes(handoff(giver));

        czar.open("/board");
        czar.page().locator("text=Hand-offs at risk").click();
        assertThat(system.api().query("czar", AT_RISK).expecting(200).body()).contains(BROKEN);
        Locator row = czar.page().locator("#promises tbody tr").first();
        assertThat(row).containsText(DATA);
        seePushes(row);
        row.locator("th a").first().click();
        assertThat(czar.page().locator(".cc-lineage__value")).containsText("late");
        assertThat(czar.page().locator("#entries tbody tr")).hasCount(3);
    }

    private void answer(String milestoneId) {
        system.api()
                .command(
                        "defense",
                        "answer-hidden-slip",
                        Map.of(
                                "programId", "ef-whitemesa",
                                "milestoneId", milestoneId,
                                "impliedDate", LATE.toString(),
                                "answer", "NEW_FORECAST_FOLLOWS",
                                "narrative", "The permit waits for the data.",
                                "source", "Defense report"))
                .expecting(200);
        release("defense.approver");
    }

    /** The permit that waits, and down to the end of its program. */
    private static void seePushes(Locator place) {
        assertThat(place).containsText("Phase 2");
        assertThat(place.locator("li strong")).hasCount(2);
    }

    private void agreeAnew(Person giver, Person receiver, Person czar) {
        follow(giver, "Propose another date");
        giver.page().locator("[name=date]").fill(LATE.toString());
        giver.page().locator("[name=cause]").selectOption("EQUIPMENT");
        press(giver, "Propose another date");
        assertThat(giver.page().locator("#error-summary")).containsText("Say it in one sentence.");
        giver.page().locator("[name=words]").fill("The furnace is rebuilt.");
        press(giver, "Propose another date");
        assertThat(giver.page().locator("main")).containsText("Another date is proposed");
        release("energy.approver");

        receiver.open("/desk/handoffs");
        assertThat(handoff(receiver)).containsText("Energy proposes");
        follow(receiver, "Agree to the proposed date");
        press(receiver, "Agree to the proposed date");
        assertThat(receiver.page().locator("main")).containsText("The proposed date is the promise now.");
        release("defense.approver");

        czar.open("/handoffs");
        Locator row = czar.page().locator("#promises tbody tr").first();
        assertThat(row).not().containsText("Broken");
        assertThat(row.locator("[data-label=Late]")).containsText("days");
        seePushes(row);
    }

    /** A delivery that never arrived ends nothing: the receiver says so, and it is owed as before. */
    private void delivers(Person giver, Person receiver) {
        giver.open("/desk/handoffs");
        follow(giver, "Say it is delivered");
        giver.page().locator("[name=date]").fill(Dates.TODAY.toString());
        giver.page().locator("[name=words]").fill("A waybill.");
        press(giver, "Say it is delivered");
        release("energy.approver");

        receiver.open("/desk/handoffs");
        assertThat(handoff(receiver)).containsText("Said to be delivered, not confirmed");
        assertThat(handoff(receiver)).containsText("late against the first promise");
        follow(receiver, "Say that it did not arrive");
        receiver.page().locator("[name=words]").fill("The drive was empty.");
        press(receiver, "Say that it did not arrive");
        release("defense.approver");

        giver.open("/desk/handoffs");
        assertThat(handoff(giver)).containsText("your turn");
        assertThat(handoff(giver)).containsText("The drive was empty.");
    }

    private static Locator handoff(Person person) {
        return person.page().locator("article.cc-told", new Page.LocatorOptions().setHasText(DATA));
    }

    private static void follow(Person person, String act) {
        handoff(person)
                .locator("a.usa-button", new Locator.LocatorOptions().setHasText(act))
                .click();
    }

    private static void press(Person person, String label) {
        person.page()
                .locator("main form button[type=submit]", new Page.LocatorOptions().setHasText(label))
                .click();
    }

    /** What was recorded last. */
    private void release(String approver) {
        long position = system.api().head();
        long released = system.api()
                .command(approver, "release-entries", Map.of("positions", List.of(position)))
                .expecting(200)
                .position();
        system.api().query("czar", "/api/board?limit=1&minPosition=" + released).expecting(200);
    }
}
