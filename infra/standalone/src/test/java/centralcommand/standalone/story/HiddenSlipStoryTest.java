package centralcommand.standalone.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A date that cannot hold is shown to its owner first; the czar's office sees it with the owner's answer beside it. */
@ExtendWith(WithSample.class)
class HiddenSlipStoryTest {
    private static final String ANSWER = "Iron nitride needs no rare earth, so the plant opens without the feed.";

    private final RunningSystem system;

    HiddenSlipStoryTest(RunningSystem system) {
        this.system = system;
    }

    @Test
    void a_hidden_slip_is_answered_by_its_owner_before_the_czar_sees_it() {
        energyWaitsForAPlantThatOpensLater();
        try (Chromium chromium = new Chromium();
                Person energy = chromium.person(system, "energy");
                Person approver = chromium.person(system, "energy.approver");
                Person czar = chromium.person(system, "czar")) {
            List.of(energy, approver, czar).forEach(Person::signIn);

            czar.open("/hidden-slips");
            assertThat(czar.page().locator("#row-niron-ops")).hasCount(0);
            czar.open("/programs/niron-sartell/schedule");
            assertThat(czar.page().locator("main")).not().containsText("hidden slip:");

            answer(energy);

            czar.open("/hidden-slips");
            assertThat(czar.page().locator("#row-niron-ops")).hasCount(0);
            approver.open("/desk/release");
            approver.page().locator("button[value=all]").click();
            assertThat(approver.page().locator("main")).containsText("Nothing waits for release");

            czar.open("/hidden-slips");
            assertThat(czar.page().locator("#row-niron-ops")).containsText(ANSWER);
            assertThat(czar.page().locator("#row-niron-ops")).containsText("Blacksburg");
            czar.open("/programs/niron-sartell/schedule");
            assertThat(czar.page().locator("#row-niron-ops")).containsText("hidden slip");
            for (Person person : List.of(energy, approver, czar)) {
                assertEquals(List.of(), person.complaints());
            }
        }
    }

    private void energyWaitsForAPlantThatOpensLater() {
        Map<String, String> later = Map.of("programId", "usar-blacksburg", "milestoneId", "usar-bb-commission");
        Map<String, String> earlier = Map.of("programId", "niron-sartell", "milestoneId", "niron-ops");
        long link = system.api()
                .command(
                        "energy",
                        "link-milestones",
                        Map.of(
                                "linkId", "dep-story-feed",
                                "from", later,
                                "to", earlier,
                                "kind", "FEEDSTOCK",
                                "note", "Feed of the first year"))
                .expecting(200)
                .position();
        system.api()
                .command("energy.approver", "release-entries", Map.of("positions", List.of(link)))
                .expecting(200);
        system.api()
                .query("energy", "/api/board?minPosition=" + system.api().head())
                .expecting(200);
    }

    /** Found on the desk, and answered with the keyboard alone. */
    private static void answer(Person energy) {
        Page page = energy.page();
        Hands keyboard = new Hands.Keyboard(page);
        energy.open("/desk");
        assertThat(page.locator("#hidden")).containsText("1 hidden slip waits for your answer");
        assertThat(page.locator("#hidden")).containsText("Others see it after");
        assertThat(page.locator("[name='lines[niron-ops].unchanged']")).not().isChecked();
        keyboard.press("#hidden a");
        assertThat(page.locator("#row-niron-ops")).containsText("Only your agency and auditors see this yet.");
        keyboard.press("#row-niron-ops a.usa-button");
        keyboard.choose(field("answer"), "NOT_DEPENDENT");
        keyboard.write(field("narrative"), ANSWER);
        keyboard.press("main form button[type=submit]:not([name])");
        assertThat(page.locator("main")).containsText("recorded");
        energy.open("/hidden-slips");
        assertThat(page.locator("#row-niron-ops")).containsText(ANSWER);
        energy.open("/desk");
        assertThat(page.locator("#hidden")).hasCount(0);
    }

    private static String field(String name) {
        return "[name=\"values['%s']\"]".formatted(name);
    }
}
