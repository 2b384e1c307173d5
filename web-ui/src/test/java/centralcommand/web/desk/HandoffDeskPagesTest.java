package centralcommand.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.query.contract.schedule.Handoffs.State;
import centralcommand.web.Browser;
import centralcommand.web.Promised;
import centralcommand.web.RunningWeb;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HandoffDeskPagesTest {
    private static final String ACT = "/desk/handoffs/act";
    private final Browser energy = RunningWeb.browser();
    private DeskStub services;

    @BeforeEach
    void energy_is_signed_in() {
        services = new DeskStub();
        energy.signIn("/", "energy", "ENERGY", "AGENCY_STAFF");
    }

    private FilledForm form(String act, String more) {
        return FilledForm.of(
                energy.get(ACT + "?handoffId=ore&act=" + act + more).body(), ACT);
    }

    /** What was sent, without what was left out. */
    private String sent() {
        return services.carriedOut.getFirst().name() + " "
                + services.carriedOut.getFirst().body().toString().replaceAll(",\"\\w+\":null", "");
    }

    @Test
    void what_is_asked_and_what_is_promised_stand_apart_each_with_what_can_be_done() {
        services.handoffs.add(Promised.givenByEnergy(State.REQUESTED, "ENERGY"));
        services.handoffs.add(Promised.broken());
        String page = energy.get("/desk/handoffs").body();
        assertThat(page)
                .contains("Hand-offs (1)", "your turn", "Promise it", "Decline", "Propose another date")
                .contains("30 days late against the first promise.", "+ 15 days", "act=PROMISE&amp;date=2026-06-10")
                .doesNotContain("Say it is delivered", "Confirm it");
    }

    @Test
    void an_agency_that_waits_for_nothing_is_told_so() {
        assertThat(energy.get("/desk/handoffs").body())
                .contains("Nobody waits for a hand-off of yours.", "You wait for no hand-off.");
    }

    @Test
    void a_promise_is_sent_with_the_date_that_was_asked_for_or_another() {
        services.handoffs.add(Promised.givenByEnergy(State.REQUESTED, "ENERGY"));
        FilledForm form = form("PROMISE", "&date=2026-06-10");
        assertThat(form.value("date")).isEqualTo("2026-06-10");
        HttpResponse<String> answer = energy.post(
                ACT, form.with("date", "2026-06-15").with("precision", "MONTH").fields());
        assertThat(Browser.location(answer)).isEqualTo("/desk/handoffs?minPosition=1001");
        assertThat(sent())
                .isEqualTo("accept-handoff {\"handoffId\":\"ore\",\"date\":\"2026-06-15\",\"precision\":\"MONTH\"}");
        assertThat(energy.get(Browser.location(answer)).body())
                .contains("It is promised. The other side sees it once it is released.");
    }

    @Test
    void what_is_missing_is_said_beside_its_field_and_nothing_is_sent() {
        services.handoffs.add(Promised.broken());
        String page = energy.post(ACT, form("RENEGOTIATE", "").fields()).body();
        assertThat(page)
                .contains("Give a day, such as 2027-06-30.", "Choose what caused it.", "Say it in one sentence.");
        assertThat(services.carriedOut).isEmpty();
    }

    @Test
    void another_date_is_proposed_with_its_cause() {
        services.handoffs.add(Promised.broken());
        energy.post(
                ACT,
                form("RENEGOTIATE", "")
                        .with("date", "2026-08-14")
                        .with("precision", "DAY")
                        .with("cause", "EQUIPMENT")
                        .with("words", "A mill failed.")
                        .fields());
        assertThat(sent())
                .isEqualTo("renegotiate-handoff {\"handoffId\":\"ore\",\"date\":\"2026-08-14\",\"precision\":\"DAY\","
                        + "\"cause\":\"EQUIPMENT\",\"narrative\":\"A mill failed.\"}");
    }

    @Test
    void the_other_side_agrees_to_the_date_it_was_shown_or_holds_to_the_promise() {
        services.handoffs.add(Promised.in(State.RENEGOTIATING, "ENERGY"));
        assertThat(energy.get("/desk/handoffs").body())
                .contains(
                        "Agree to the proposed date", "Hold to the promise as it was", "act=AGREE&amp;date=2026-08-14");
        energy.post(ACT, form("AGREE", "&date=2026-08-14").fields());
        assertThat(sent()).isEqualTo("accept-handoff {\"handoffId\":\"ore\",\"date\":\"2026-08-14\"}");
    }

    @Test
    void a_delivery_is_told_with_its_evidence_and_confirmed_without_more() {
        services.handoffs.add(Promised.givenByEnergy(State.PROMISED, "ENERGY"));
        energy.post(
                ACT,
                form("DELIVER", "")
                        .with("date", "2026-06-15")
                        .with("words", "waybill 7")
                        .fields());
        assertThat(sent())
                .isEqualTo(
                        "deliver-handoff {\"handoffId\":\"ore\",\"date\":\"2026-06-15\",\"evidence\":\"waybill 7\"}");
        services.carriedOut.clear();
        services.handoffs.clear();
        services.handoffs.add(Promised.in(State.DELIVERED, "ENERGY"));
        assertThat(energy.get("/desk/handoffs").body())
                .contains("Said to be delivered, not confirmed", "Say that it did not arrive")
                .contains("Defense says that it was delivered on Jun 15, 2026; it is owed until Energy confirms it.");
        energy.post(ACT, form("CONFIRM", "").fields());
        assertThat(sent()).isEqualTo("confirm-handoff {\"handoffId\":\"ore\"}");
    }

    @Test
    void a_delivery_that_did_not_arrive_is_contested_in_a_sentence() {
        services.handoffs.add(Promised.in(State.DELIVERED, "ENERGY"));
        assertThat(energy.post(ACT, form("CONTEST", "").fields()).body()).contains("Say it in one sentence.");
        energy.post(ACT, form("CONTEST", "").with("words", "Nothing arrived.").fields());
        assertThat(sent()).isEqualTo("contest-handoff {\"handoffId\":\"ore\",\"reason\":\"Nothing arrived.\"}");
    }

    @Test
    void a_refusal_stands_beside_its_field_and_the_form_gets_a_new_id() {
        services.handoffs.add(Promised.givenByEnergy(State.REQUESTED, "ENERGY"));
        services.refuses("decline-handoff", 422, "HANDOFF_NOT_YOUR_TURN", "It is the turn of DEFENSE.", "reason");
        FilledForm form = form("DECLINE", "");
        String page = energy.post(ACT, form.with("words", "No ore.").fields()).body();
        assertThat(page).contains("It is the turn of DEFENSE.", "No ore.", "words-error");
        assertThat(FilledForm.of(page, ACT).value("commandId")).isNotEqualTo(form.value("commandId"));
    }

    @Test
    void an_act_or_a_hand_off_that_is_not_there_is_not_found() {
        services.handoffs.add(Promised.broken());
        assertThat(energy.get(ACT + "?handoffId=ore&act=STEAL").statusCode()).isEqualTo(404);
        assertThat(energy.get(ACT + "?handoffId=gold&act=CONFIRM").statusCode()).isEqualTo(404);
    }
}
