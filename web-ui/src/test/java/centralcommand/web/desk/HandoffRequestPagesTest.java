package centralcommand.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.query.contract.board.MilestoneStatus;
import centralcommand.web.Browser;
import centralcommand.web.RunningWeb;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HandoffRequestPagesTest {
    private static final String PATH = "/desk/handoffs/request";
    private static final String CHOSEN = PATH + "?fromProgramId=mine&toProgramId=plant";

    private final Browser energy = RunningWeb.browser();
    private DeskStub services;

    @BeforeEach
    void a_mine_of_defense_and_a_plant_of_energy() {
        services = new DeskStub();
        services.milestone("first-ore", "mine", MilestoneStatus.ON_TRACK, LocalDate.of(2027, 6, 30));
        services.milestone("opening", "plant", MilestoneStatus.ON_TRACK, LocalDate.of(2027, 12, 31));
        services.program("mine", "The mine", "DEFENSE");
        services.program("plant", "The plant", "ENERGY");
        energy.signIn("/", "energy", "ENERGY", "AGENCY_STAFF");
    }

    private FilledForm filled() {
        return FilledForm.of(energy.get(CHOSEN).body(), PATH)
                .with("deliverable", "200 t of Ore, dried")
                .with("toMilestoneId", "opening")
                .with("neededBy", "2027-06-15");
    }

    @Test
    void first_the_two_programs_are_chosen_by_name_and_only_ones_own_can_wait() {
        String page = energy.get(PATH + "?fromProgramId=mine").body();
        assertThat(page)
                .contains("Which program is to give?", "Which program of yours waits for it?", "(Defense)")
                .containsPattern("<option value=\"mine\"[^>]*selected")
                .doesNotContain("Ask for it", "Hand-off id");
        assertThat(page.split("value=\"mine\"", -1)).as("offered once").hasSize(2);
        assertThat(energy.get(PATH + "?fromProgramId=plant&toProgramId=mine").body())
                .as("no program of theirs")
                .doesNotContain("Ask for it");
    }

    @Test
    void then_what_for_which_milestone_and_by_when() {
        assertThat(energy.get(CHOSEN).body())
                .contains("Title of first-ore, on file for", "Title of opening, on file for", "Needed by");
        HttpResponse<String> answer =
                energy.post(PATH, filled().with("fromMilestoneId", "first-ore").fields());
        assertThat(Browser.location(answer)).isEqualTo("/desk/handoffs?minPosition=1001");
        DeskStub.Sent sent = services.carriedOut.getFirst();
        assertThat(sent.name()).isEqualTo("request-handoff");
        assertThat(sent.body().path("handoffId").asString()).matches("200-t-of-ore-dried-[0-9a-f]{8}");
        assertThat(sent.body().path("fromProgramId").asString()).isEqualTo("mine");
        assertThat(sent.body().path("fromMilestoneId").asString()).isEqualTo("first-ore");
        assertThat(sent.body().path("toMilestoneId").asString()).isEqualTo("opening");
        assertThat(sent.body().path("neededBy").asString()).isEqualTo("2027-06-15");
        assertThat(energy.get(Browser.location(answer)).body()).contains("It is asked for.");
    }

    @Test
    void what_is_missing_is_said_beside_its_field_and_what_was_typed_stays() {
        String page = energy.post(
                        PATH,
                        filled().with("toMilestoneId", "")
                                .with("neededBy", "soon")
                                .fields())
                .body();
        assertThat(page)
                .contains("Choose the milestone that waits for it.", "Give a day, such as 2027-06-30.")
                .contains("value=\"200 t of Ore, dried\"", "value=\"soon\"");
        assertThat(services.carriedOut).isEmpty();
    }

    @Test
    void a_tampered_form_is_refused_in_words() {
        assertThat(energy.post(PATH, filled().with("fromProgramId", "").fields())
                        .body())
                .contains("Which program is to give?");
        assertThat(energy.post(PATH, filled().with("toMilestoneId", "a--b").fields())
                        .body())
                .contains("This is not the id of a milestone.");
        assertThat(services.carriedOut).isEmpty();
    }

    @Test
    void the_id_stays_the_same_for_the_same_form_and_is_one_for_any_words() {
        assertThat(HandoffRequestForm.id("Öre — 200 t!", "c1")).isEqualTo(HandoffRequestForm.id("Öre — 200 t!", "c1"));
        assertThat(HandoffRequestForm.id("x".repeat(500), "c1").value()).hasSizeLessThanOrEqualTo(64);
        assertThat(HandoffRequestForm.id("鉱石", "c1").value()).matches("[0-9a-f]{8}");
        assertThat(HandoffRequestForm.id("ore", "c1")).isNotEqualTo(HandoffRequestForm.id("ore", "c2"));
    }
}
