package centralcommand.command.server.handoff;

import static centralcommand.command.server.decision.History.DEFENSE;
import static centralcommand.command.server.decision.History.ENERGY;
import static centralcommand.command.server.decision.History.OTHER_STAFF;
import static centralcommand.command.server.decision.History.STAFF;
import static centralcommand.command.server.decision.History.SUPPORTER;
import static centralcommand.command.server.decision.History.TODAY;
import static centralcommand.command.server.decision.History.accepted;
import static centralcommand.command.server.decision.History.refusal;
import static centralcommand.command.server.decision.History.rejected;
import static centralcommand.command.server.decision.Samples.MINE;
import static centralcommand.command.server.decision.Samples.OPENING;
import static centralcommand.command.server.decision.Samples.ORE;
import static centralcommand.command.server.decision.Samples.PLANT;
import static centralcommand.command.server.decision.Samples.RATED;
import static centralcommand.command.server.decision.Samples.stated;
import static centralcommand.command.server.handoff.Asking.NEEDED;
import static centralcommand.command.server.handoff.Asking.accept;
import static centralcommand.command.server.handoff.Asking.asked;
import static centralcommand.command.server.handoff.Asking.decide;
import static centralcommand.command.server.handoff.Asking.decline;
import static centralcommand.command.server.handoff.Asking.request;
import static centralcommand.command.server.handoff.Asking.said;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.clearance.ClearanceEvent.EntryCorrected;
import centralcommand.command.contract.handoff.HandoffCommand.RequestHandoff;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffRequested;
import centralcommand.command.contract.handoff.HandoffId;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.LinkEnd;
import centralcommand.command.contract.schedule.LinkId;
import centralcommand.command.contract.schedule.LinkKind;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.ScheduleEvent.MilestonesLinked;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Stated;
import centralcommand.command.contract.shared.StatedDate;
import centralcommand.command.server.decision.Decision;
import centralcommand.command.server.decision.History;
import centralcommand.command.server.decision.Samples;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandoffRequestsTest {
    private static final HandoffId ANOTHER = new HandoffId("another");

    private static RequestHandoff back() {
        return request(ANOTHER, PLANT, OPENING, MINE, ORE, NEEDED, Stated.PLAIN);
    }

    private static RequestHandoff needed(LocalDate neededBy, Stated stated) {
        return request(Asking.ID, MINE, ORE, PLANT, OPENING, neededBy, stated);
    }

    @Test
    void the_agency_that_leads_the_receiving_program_asks() {
        HandoffRequested event = (HandoffRequested)
                accepted(decide(Samples.underWay(), request(), STAFF)).getFirst();
        assertThat(event.neededBy()).isEqualTo(new StatedDate(NEEDED, Precision.DAY, ""));
        assertThat(event.fromMilestoneId()).isEqualTo(ORE);
        assertThat(refusal(decide(Samples.underWay(), request(), OTHER_STAFF))).isEqualTo("PERMISSION NOT_LEAD_AGENCY");
        assertThat(refusal(decide(Samples.underWay(), request(), SUPPORTER))).isEqualTo("PERMISSION NOT_LEAD_AGENCY");
    }

    @Test
    void both_programs_and_their_milestones_are_known_to_the_one_who_asks_and_promised() {
        History history = Samples.underWay();
        ProgramId hidden = new ProgramId("hidden");
        MilestoneId drill = new MilestoneId("drill");
        history.record(OTHER_STAFF, Samples.proposed(hidden, DEFENSE, List.of()));
        assertThat(refusal(
                        decide(history, request(ANOTHER, hidden, null, PLANT, OPENING, NEEDED, Stated.PLAIN), STAFF)))
                .isEqualTo("UNKNOWN UNKNOWN_PROGRAM fromProgramId");
        assertThat(refusal(decide(history, request(ANOTHER, MINE, null, hidden, drill, NEEDED, Stated.PLAIN), STAFF)))
                .isEqualTo("UNKNOWN UNKNOWN_PROGRAM toProgramId");
        assertThat(refusal(decide(history, request(ANOTHER, MINE, ORE, PLANT, drill, NEEDED, Stated.PLAIN), STAFF)))
                .isEqualTo("UNKNOWN UNKNOWN_MILESTONE toMilestoneId");
        long later = history.record(OTHER_STAFF, Samples.promised(MINE, 2, Samples.milestone(drill, Samples.PROMISED)));
        RequestHandoff ofDrill = request(ANOTHER, MINE, drill, PLANT, OPENING, NEEDED, Stated.PLAIN);
        assertThat(refusal(decide(history, ofDrill, STAFF)))
                .as("promised, but not released")
                .isEqualTo("UNKNOWN UNKNOWN_MILESTONE fromMilestoneId");
        history.release(OTHER_STAFF, later);
        assertThat(accepted(decide(history, ofDrill, STAFF))).hasSize(1);
    }

    @Test
    void a_milestone_belongs_to_the_program_that_is_named_with_it() {
        History history = Samples.underWay();
        assertThat(refusal(decide(history, request(ANOTHER, MINE, OPENING, PLANT, RATED, NEEDED, Stated.PLAIN), STAFF)))
                .isEqualTo("UNKNOWN UNKNOWN_MILESTONE fromMilestoneId");
        assertThat(refusal(decide(history, request(ANOTHER, MINE, null, PLANT, ORE, NEEDED, Stated.PLAIN), STAFF)))
                .isEqualTo("UNKNOWN UNKNOWN_MILESTONE toMilestoneId");
    }

    @Test
    void the_id_is_new_even_after_a_refusal() {
        History history = asked();
        said(history, decline(), OTHER_STAFF);
        assertThat(refusal(decide(history, request(), STAFF))).isEqualTo("RULE ID_TAKEN handoffId");
        RequestHandoff again = request(ANOTHER, MINE, ORE, PLANT, OPENING, NEEDED, Stated.PLAIN);
        assertThat(accepted(decide(history, again, STAFF))).hasSize(1);
    }

    @Test
    void within_a_program_one_milestone_may_wait_for_another_but_not_for_itself_or_for_the_whole() {
        History history = Samples.underWay();
        assertThat(accepted(
                        decide(history, request(ANOTHER, PLANT, OPENING, PLANT, RATED, NEEDED, Stated.PLAIN), STAFF)))
                .hasSize(1);
        assertThat(refusal(decide(history, request(ANOTHER, PLANT, RATED, PLANT, RATED, NEEDED, Stated.PLAIN), STAFF)))
                .isEqualTo("RULE HANDOFF_TO_ITSELF fromMilestoneId");
        assertThat(refusal(decide(history, request(ANOTHER, PLANT, null, PLANT, RATED, NEEDED, Stated.PLAIN), STAFF)))
                .isEqualTo("RULE HANDOFF_TO_ITSELF fromMilestoneId");
    }

    @Test
    void a_hand_off_closes_no_circle_with_links_or_other_hand_offs() {
        History history = asked();
        Decision circle = decide(history, back(), OTHER_STAFF);
        assertThat(refusal(circle)).isEqualTo("RULE LINK_CIRCLE toMilestoneId");
        assertThat(rejected(circle).sentence()).contains("plant-opening → mine-ore → plant-opening");
        History linked = Samples.underWay();
        linked.record(
                STAFF,
                new MilestonesLinked(
                        PLANT,
                        new LinkId("ore"),
                        new LinkEnd(MINE, ORE, null),
                        new LinkEnd(PLANT, OPENING, null),
                        LinkKind.FEEDSTOCK,
                        null,
                        null,
                        "",
                        Samples.SAID));
        Decision unseen = decide(linked, back(), OTHER_STAFF);
        assertThat(refusal(unseen)).isEqualTo("RULE LINK_CIRCLE toMilestoneId");
        assertThat(rejected(unseen).sentence())
                .as("the link is not released")
                .contains("cannot see yet")
                .doesNotContain("→");
    }

    @Test
    void what_was_declined_or_struck_closes_no_circle() {
        History declined = asked();
        said(declined, decline(), OTHER_STAFF);
        assertThat(accepted(decide(declined, back(), OTHER_STAFF))).hasSize(1);
        History struck = Samples.underWay();
        long request = said(struck, request(), STAFF);
        struck.record(STAFF, new EntryCorrected(ENERGY, request, "wrong mine", Samples.said(TODAY)));
        assertThat(accepted(decide(struck, back(), OTHER_STAFF))).hasSize(1);
    }

    @Test
    void another_date_that_is_declined_leaves_the_promise_and_its_link() {
        History history = asked();
        said(history, accept(null), OTHER_STAFF);
        said(history, Asking.renegotiate(Asking.LATER), OTHER_STAFF);
        said(history, decline(), STAFF);
        assertThat(refusal(decide(history, back(), OTHER_STAFF))).isEqualTo("RULE LINK_CIRCLE toMilestoneId");
    }

    @Test
    void it_is_needed_on_the_stated_day_or_later() {
        History history = Samples.underWay();
        assertThat(accepted(decide(history, needed(TODAY, Stated.PLAIN), STAFF)))
                .hasSize(1);
        assertThat(refusal(decide(history, needed(TODAY.minusDays(1), Stated.PLAIN), STAFF)))
                .isEqualTo("RULE NEEDED_BEFORE_STATED_DAY neededBy");
        LocalDate march = LocalDate.of(2026, 3, 1);
        assertThat(accepted(decide(history, needed(march, stated(march)), STAFF)))
                .as("a request that was made in March")
                .hasSize(1);
        assertThat(refusal(decide(history, needed(NEEDED, stated(TODAY.plusDays(1))), STAFF)))
                .isEqualTo("RULE STATED_IN_FUTURE statedOn");
    }
}
