package centralcommand.command.server.handoff;

import static centralcommand.command.server.decision.History.COLLEAGUE;
import static centralcommand.command.server.decision.History.DEFENSE;
import static centralcommand.command.server.decision.History.ENERGY;
import static centralcommand.command.server.decision.History.OTHER_APPROVER;
import static centralcommand.command.server.decision.History.OTHER_STAFF;
import static centralcommand.command.server.decision.History.STAFF;
import static centralcommand.command.server.decision.History.SUPPORTER;
import static centralcommand.command.server.decision.History.TODAY;
import static centralcommand.command.server.decision.History.accepted;
import static centralcommand.command.server.decision.History.refusal;
import static centralcommand.command.server.decision.History.rejected;
import static centralcommand.command.server.decision.Samples.OPENING;
import static centralcommand.command.server.decision.Samples.PLANT;
import static centralcommand.command.server.decision.Samples.RATED;
import static centralcommand.command.server.handoff.Asking.ID;
import static centralcommand.command.server.handoff.Asking.LATER;
import static centralcommand.command.server.handoff.Asking.NEEDED;
import static centralcommand.command.server.handoff.Asking.accept;
import static centralcommand.command.server.handoff.Asking.asked;
import static centralcommand.command.server.handoff.Asking.confirm;
import static centralcommand.command.server.handoff.Asking.contest;
import static centralcommand.command.server.handoff.Asking.decide;
import static centralcommand.command.server.handoff.Asking.decline;
import static centralcommand.command.server.handoff.Asking.deliver;
import static centralcommand.command.server.handoff.Asking.promised;
import static centralcommand.command.server.handoff.Asking.renegotiate;
import static centralcommand.command.server.handoff.Asking.request;
import static centralcommand.command.server.handoff.Asking.said;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.clearance.ClearanceEvent.EntryCorrected;
import centralcommand.command.contract.clearance.ClearanceEvent.EntryWithdrawn;
import centralcommand.command.contract.handoff.HandoffCommand;
import centralcommand.command.contract.handoff.HandoffCommand.AcceptHandoff;
import centralcommand.command.contract.handoff.HandoffCommand.ConfirmHandoff;
import centralcommand.command.contract.handoff.HandoffCommand.ContestHandoff;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffAccepted;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Stated;
import centralcommand.command.contract.shared.StatedDate;
import centralcommand.command.server.decision.History;
import centralcommand.command.server.decision.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandoffRulesTest {
    private static final List<HandoffCommand> ANSWERS =
            List.of(accept(null), decline(), renegotiate(LATER), deliver(TODAY), contest(), confirm());

    private static StatedDate accepts(History history, AcceptHandoff command) {
        return ((HandoffAccepted)
                        accepted(decide(history, command, OTHER_STAFF)).getFirst())
                .promised();
    }

    @Test
    void the_giving_side_promises_the_date_that_was_asked_or_its_own() {
        assertThat(accepts(asked(), accept(null))).isEqualTo(new StatedDate(NEEDED, Precision.DAY, ""));
        assertThat(accepts(asked(), accept(LATER, Precision.MONTH)))
                .isEqualTo(new StatedDate(LATER, Precision.MONTH, ""));
        assertThat(accepts(asked(), accept(TODAY))).isEqualTo(new StatedDate(TODAY, Precision.DAY, ""));
        assertThat(refusal(decide(asked(), accept(TODAY.minusDays(1)), OTHER_STAFF)))
                .isEqualTo("RULE PROMISE_BEFORE_STATED_DAY date");
    }

    @Test
    void the_receiving_side_does_not_answer_its_own_request() {
        for (HandoffCommand command : List.of(accept(null), decline())) {
            assertThat(refusal(decide(asked(), command, STAFF))).isEqualTo("RULE HANDOFF_NOT_YOUR_TURN handoffId");
        }
        assertThat(rejected(decide(asked(), accept(null), STAFF)).sentence())
                .contains("turn of DEFENSE", "accept-handoff or decline-handoff");
    }

    @Test
    void who_leads_neither_end_says_nothing_and_learns_nothing() {
        for (HandoffCommand command : ANSWERS) {
            assertThat(refusal(decide(promised(), command, SUPPORTER))).isEqualTo("PERMISSION NOT_LEAD_AGENCY");
            assertThat(refusal(decide(Samples.underWay(), command, STAFF)))
                    .isEqualTo("UNKNOWN UNKNOWN_HANDOFF handoffId");
        }
    }

    @Test
    void a_request_that_is_not_released_is_unknown_to_the_other_side() {
        History history = Samples.underWay();
        long request = history.record(
                STAFF, accepted(decide(history, request(), STAFF)).getFirst());
        assertThat(refusal(decide(history, accept(null), OTHER_STAFF))).isEqualTo("UNKNOWN UNKNOWN_HANDOFF handoffId");
        history.release(STAFF, request);
        assertThat(accepted(decide(history, accept(null), OTHER_STAFF))).hasSize(1);
    }

    @Test
    void an_answer_counts_for_the_other_side_once_it_is_released() {
        History history = asked();
        long answer = history.record(
                OTHER_STAFF,
                accepted(decide(history, accept(null), OTHER_STAFF)).getFirst());
        assertThat(refusal(decide(history, renegotiate(LATER), STAFF)))
                .isEqualTo("RULE HANDOFF_NOT_YOUR_TURN handoffId");
        assertThat(accepted(decide(history, deliver(TODAY), OTHER_STAFF)))
                .as("its own agency knows")
                .hasSize(1);
        history.release(OTHER_STAFF, answer);
        assertThat(accepted(decide(history, renegotiate(LATER), STAFF))).hasSize(1);
    }

    @Test
    void an_answer_that_was_withdrawn_or_struck_was_never_given() {
        History withdrawn = asked();
        long answer = withdrawn.record(
                OTHER_STAFF, accepted(decide(withdrawn, decline(), OTHER_STAFF)).getFirst());
        withdrawn.record(OTHER_STAFF, new EntryWithdrawn(DEFENSE, answer, "too hasty"));
        assertThat(accepted(decide(withdrawn, accept(null), OTHER_STAFF))).hasSize(1);
        History struck = asked();
        long promise = said(struck, accept(null), OTHER_STAFF);
        struck.record(OTHER_STAFF, new EntryCorrected(DEFENSE, promise, "wrong day", Samples.said(TODAY)));
        assertThat(refusal(decide(struck, deliver(TODAY), OTHER_STAFF)))
                .isEqualTo("RULE HANDOFF_NOT_YOUR_TURN handoffId");
        assertThat(accepted(decide(struck, accept(LATER), OTHER_STAFF))).hasSize(1);
    }

    @Test
    void a_struck_request_takes_the_hand_off_with_it() {
        History history = Samples.underWay();
        long request = said(history, request(), STAFF);
        said(history, accept(null), OTHER_STAFF);
        history.record(STAFF, new EntryCorrected(ENERGY, request, "wrong mine", Samples.said(TODAY)));
        assertThat(refusal(decide(history, deliver(TODAY), OTHER_STAFF)))
                .isEqualTo("UNKNOWN UNKNOWN_HANDOFF handoffId");
    }

    @Test
    void what_was_declined_is_over() {
        History history = asked();
        said(history, decline(), OTHER_STAFF);
        assertThat(refusal(decide(history, accept(null), OTHER_STAFF))).isEqualTo("RULE HANDOFF_OVER handoffId");
        assertThat(rejected(decide(history, accept(null), OTHER_STAFF)).sentence())
                .contains("declined", "new id");
    }

    @Test
    void either_side_proposes_another_date_and_the_other_answers() {
        for (var sides : List.of(List.of(STAFF, OTHER_STAFF), List.of(OTHER_STAFF, STAFF))) {
            History history = promised();
            said(history, renegotiate(LATER), sides.getFirst());
            assertThat(refusal(decide(history, accept(null), sides.getFirst())))
                    .isEqualTo("RULE HANDOFF_NOT_YOUR_TURN handoffId");
            assertThat(refusal(decide(history, renegotiate(LATER.plusDays(1)), sides.getLast())))
                    .isEqualTo("RULE HANDOFF_NOT_YOUR_TURN handoffId");
            assertThat(((HandoffAccepted) accepted(decide(history, accept(null), sides.getLast()))
                                    .getFirst())
                            .promised()
                            .date())
                    .isEqualTo(LATER);
        }
    }

    @Test
    void a_proposed_date_is_taken_or_left_as_it_is() {
        History history = promised();
        said(history, renegotiate(LATER), OTHER_STAFF);
        assertThat(accepted(decide(history, accept(LATER), STAFF))).hasSize(1);
        assertThat(refusal(decide(history, accept(LATER.plusDays(1)), STAFF)))
                .isEqualTo("RULE NOT_THE_PROPOSED_DATE date");
        assertThat(refusal(decide(history, accept(LATER, Precision.MONTH), STAFF)))
                .isEqualTo("RULE NOT_THE_PROPOSED_DATE date");
        said(history, decline(), STAFF);
        assertThat(refusal(decide(history, renegotiate(NEEDED), OTHER_STAFF)))
                .as("the promise holds as it was")
                .isEqualTo("RULE DATE_ALREADY_PROMISED date");
        assertThat(refusal(decide(history, accept(null), OTHER_STAFF)))
                .isEqualTo("RULE HANDOFF_NOT_YOUR_TURN handoffId");
    }

    @Test
    void another_date_is_not_before_the_stated_day() {
        assertThat(accepted(decide(promised(), renegotiate(TODAY), OTHER_STAFF)))
                .hasSize(1);
        assertThat(refusal(decide(promised(), renegotiate(TODAY.minusDays(1)), OTHER_STAFF)))
                .isEqualTo("RULE PROMISE_BEFORE_STATED_DAY date");
    }

    @Test
    void the_giving_side_delivers_what_was_promised_by_the_stated_day() {
        assertThat(accepted(decide(promised(), deliver(TODAY), OTHER_STAFF))).hasSize(1);
        assertThat(refusal(decide(promised(), deliver(TODAY.plusDays(1)), OTHER_STAFF)))
                .isEqualTo("RULE DELIVERED_AFTER_STATED_DAY date");
        assertThat(refusal(decide(promised(), deliver(TODAY), STAFF))).isEqualTo("PERMISSION NOT_LEAD_AGENCY");
        assertThat(refusal(decide(asked(), deliver(TODAY), OTHER_STAFF)))
                .isEqualTo("RULE HANDOFF_NOT_YOUR_TURN handoffId");
        History renegotiating = promised();
        said(renegotiating, renegotiate(LATER), OTHER_STAFF);
        assertThat(accepted(decide(renegotiating, deliver(TODAY), OTHER_STAFF)))
                .as("whatever is being proposed")
                .hasSize(1);
    }

    @Test
    void the_receiving_side_confirms_once() {
        History history = promised();
        assertThat(refusal(decide(history, confirm(), STAFF))).isEqualTo("RULE HANDOFF_NOT_YOUR_TURN handoffId");
        said(history, deliver(TODAY), OTHER_STAFF);
        assertThat(refusal(decide(history, confirm(), OTHER_STAFF))).isEqualTo("PERMISSION NOT_LEAD_AGENCY");
        said(history, confirm(), STAFF);
        assertThat(refusal(decide(history, confirm(), STAFF))).isEqualTo("RULE HANDOFF_OVER handoffId");
        assertThat(refusal(decide(history, deliver(TODAY), OTHER_STAFF))).isEqualTo("RULE HANDOFF_OVER handoffId");
    }

    @Test
    void the_receiving_side_contests_what_did_not_arrive_and_it_is_owed_as_before() {
        History history = promised();
        assertThat(refusal(decide(history, contest(), STAFF))).isEqualTo("RULE HANDOFF_NOT_YOUR_TURN handoffId");
        said(history, deliver(TODAY), OTHER_STAFF);
        assertThat(refusal(decide(history, contest(), OTHER_STAFF))).isEqualTo("PERMISSION NOT_LEAD_AGENCY");
        assertThat(rejected(decide(history, deliver(TODAY), OTHER_STAFF)).sentence())
                .contains("is said to be delivered, not confirmed", "turn of ENERGY", "contest-handoff");
        said(history, contest(), STAFF);
        assertThat(refusal(decide(history, confirm(), STAFF))).isEqualTo("RULE HANDOFF_NOT_YOUR_TURN handoffId");
        assertThat(accepted(decide(history, renegotiate(LATER), OTHER_STAFF))).hasSize(1);
        said(history, deliver(TODAY), OTHER_STAFF);
        said(history, confirm(), STAFF);
        assertThat(refusal(decide(history, contest(), STAFF))).isEqualTo("RULE HANDOFF_OVER handoffId");
    }

    @Test
    void nothing_is_delivered_before_it_was_asked_for_or_judged_before_it_was_delivered() {
        assertThat(refusal(decide(promised(), deliver(TODAY.minusDays(1)), OTHER_STAFF)))
                .isEqualTo("RULE DELIVERED_BEFORE_ASKED date");
        History history = promised();
        said(history, deliver(TODAY), OTHER_STAFF);
        Stated before = Samples.stated(TODAY.minusDays(1));
        assertThat(refusal(decide(history, new ConfirmHandoff(ID, null, before), STAFF)))
                .isEqualTo("RULE STATED_BEFORE_DELIVERY statedOn");
        assertThat(refusal(decide(history, new ContestHandoff(ID, "Nothing arrived.", before), STAFF)))
                .isEqualTo("RULE STATED_BEFORE_DELIVERY statedOn");
    }

    @Test
    void where_one_agency_leads_both_ends_somebody_else_answers() {
        History history = Samples.underWay();
        said(history, Asking.request(ID, PLANT, OPENING, PLANT, RATED, NEEDED, Stated.PLAIN), STAFF);
        assertThat(refusal(decide(history, accept(null), STAFF))).isEqualTo("PERMISSION OWN_PROPOSAL");
        said(history, accept(null), COLLEAGUE);
        said(history, renegotiate(LATER), STAFF);
        assertThat(refusal(decide(history, decline(), STAFF))).isEqualTo("PERMISSION OWN_PROPOSAL");
        said(history, decline(), COLLEAGUE);
        said(history, deliver(TODAY), STAFF);
        assertThat(refusal(decide(history, confirm(), STAFF))).isEqualTo("PERMISSION OWN_PROPOSAL");
        assertThat(accepted(decide(history, confirm(), COLLEAGUE))).hasSize(1);
    }

    @Test
    void anybody_of_the_agency_speaks_for_its_side_but_not_of_tomorrow() {
        assertThat(accepted(decide(asked(), accept(null), OTHER_APPROVER))).hasSize(1);
        AcceptHandoff tomorrow = new AcceptHandoff(ID, null, null, null, Samples.stated(TODAY.plusDays(1)));
        assertThat(refusal(decide(asked(), tomorrow, OTHER_STAFF))).isEqualTo("RULE STATED_IN_FUTURE statedOn");
    }
}
