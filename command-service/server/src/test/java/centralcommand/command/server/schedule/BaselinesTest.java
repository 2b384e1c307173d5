package centralcommand.command.server.schedule;

import static centralcommand.command.server.decision.History.APPROVER;
import static centralcommand.command.server.decision.History.CZAR;
import static centralcommand.command.server.decision.History.ENERGY;
import static centralcommand.command.server.decision.History.OTHER_APPROVER;
import static centralcommand.command.server.decision.History.STAFF;
import static centralcommand.command.server.decision.History.SUPPORTER;
import static centralcommand.command.server.decision.History.TODAY;
import static centralcommand.command.server.decision.History.accepted;
import static centralcommand.command.server.decision.History.refusal;
import static centralcommand.command.server.decision.Samples.OPENING;
import static centralcommand.command.server.decision.Samples.ORE;
import static centralcommand.command.server.decision.Samples.PLANT;
import static centralcommand.command.server.decision.Samples.PROMISED;
import static centralcommand.command.server.decision.Samples.milestone;
import static centralcommand.command.server.decision.Samples.promised;
import static centralcommand.command.server.decision.Samples.stated;
import static centralcommand.command.server.schedule.Dates.decide;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.clearance.ClearanceEvent.EntriesReleased;
import centralcommand.command.contract.clearance.ClearanceEvent.EntryWithdrawn;
import centralcommand.command.contract.program.ProgramEvent.ProgramApproved;
import centralcommand.command.contract.program.ProgramEvent.ProgramCancelled;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.PlannedMilestone;
import centralcommand.command.contract.schedule.ScheduleCommand.ApproveBaseline;
import centralcommand.command.contract.schedule.ScheduleCommand.ProposeBaseline;
import centralcommand.command.contract.schedule.ScheduleCommand.ReturnBaseline;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineApproved;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineProposed;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineReturned;
import centralcommand.command.contract.shared.Stated;
import centralcommand.command.server.decision.Decision.Accepted;
import centralcommand.command.server.decision.Decision.Reliance;
import centralcommand.command.server.decision.History;
import centralcommand.command.server.decision.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class BaselinesTest {
    private static final MilestoneId LATER = new MilestoneId("plant-later");
    private static final ApproveBaseline APPROVE_FIRST = new ApproveBaseline(PLANT, 1);
    private static final ApproveBaseline APPROVE_SECOND = new ApproveBaseline(PLANT, 2);

    private static ProposeBaseline propose(Stated stated, PlannedMilestone... milestones) {
        return new ProposeBaseline(PLANT, "a plan", List.of(milestones), stated);
    }

    /** The plant is active and its first baseline is proposed by staff, not released yet. */
    private static History firstProposed() {
        History history = Samples.departments();
        history.released(STAFF, Samples.proposed(PLANT, ENERGY, List.of(History.COMMERCE)));
        history.record(CZAR, new ProgramApproved(PLANT));
        history.record(STAFF, promised(PLANT, 1, milestone(OPENING, PROMISED)));
        return history;
    }

    @Test
    void a_later_baseline_adds_milestones_under_the_next_number() {
        BaselineProposed event = (BaselineProposed) accepted(
                        decide(Samples.underWay(), propose(Stated.PLAIN, milestone(LATER, null)), STAFF))
                .getFirst();
        assertThat(event.baseline()).isEqualTo(2);
        assertThat(event.milestones()).containsExactly(milestone(LATER, null));
        assertThat(((Accepted) decide(Samples.underWay(), propose(Stated.PLAIN, milestone(LATER, null)), STAFF))
                        .reliance())
                .as("its ids must still be free when it is recorded")
                .isEqualTo(Reliance.WHOLE_LEDGER);
    }

    @Test
    void only_staff_of_the_lead_agency_promise() {
        assertThat(refusal(decide(Samples.underWay(), propose(Stated.PLAIN, milestone(LATER, null)), SUPPORTER)))
                .isEqualTo("PERMISSION NOT_LEAD_AGENCY");
    }

    @Test
    void the_ids_of_milestones_are_new() {
        History history = Samples.underWay();
        assertThat(refusal(decide(
                        history, propose(Stated.PLAIN, milestone(LATER, null), milestone(LATER, PROMISED)), STAFF)))
                .isEqualTo("RULE MILESTONE_TWICE milestones[1].milestoneId");
        assertThat(refusal(decide(history, propose(Stated.PLAIN, milestone(OPENING, PROMISED)), STAFF)))
                .isEqualTo("RULE MILESTONE_KNOWN milestones[0].milestoneId");
        assertThat(refusal(decide(history, propose(Stated.PLAIN, milestone(ORE, PROMISED)), STAFF)))
                .isEqualTo("RULE ID_TAKEN milestones[0].milestoneId");
        assertThat(refusal(
                        decide(history, propose(Stated.PLAIN, milestone(new MilestoneId("energy"), PROMISED)), STAFF)))
                .isEqualTo("RULE ID_TAKEN milestones[0].milestoneId");
    }

    @Test
    void what_came_to_nothing_may_be_promised_again() {
        History returned = firstProposed();
        returned.record(APPROVER, new BaselineReturned(PLANT, 1, "no basis"));
        assertThat(accepted(decide(returned, propose(Stated.PLAIN, milestone(OPENING, PROMISED)), STAFF)))
                .hasSize(1);
        History withdrawn = firstProposed();
        long position = withdrawn.directory().position();
        withdrawn.record(STAFF, new EntryWithdrawn(ENERGY, position, "typing error"));
        assertThat(accepted(decide(withdrawn, propose(Stated.PLAIN, milestone(OPENING, PROMISED)), STAFF)))
                .hasSize(1);
        assertThat(refusal(decide(withdrawn, APPROVE_FIRST, APPROVER))).isEqualTo("RULE BASELINE_NOT_PENDING baseline");
    }

    @Test
    void nothing_more_is_promised_of_a_cancelled_program() {
        History history = Samples.underWay();
        history.record(CZAR, new ProgramCancelled(PLANT, "no customer"));
        assertThat(refusal(decide(history, propose(Stated.PLAIN, milestone(LATER, null)), STAFF)))
                .isEqualTo("RULE PROGRAM_CANCELLED programId");
    }

    @Test
    void nothing_is_stated_tomorrow() {
        History history = Samples.underWay();
        assertThat(accepted(decide(history, propose(stated(TODAY), milestone(LATER, null)), STAFF)))
                .hasSize(1);
        assertThat(refusal(decide(history, propose(stated(TODAY.plusDays(1)), milestone(LATER, null)), STAFF)))
                .isEqualTo("RULE STATED_IN_FUTURE statedOn");
    }

    @Test
    void an_approvers_approval_releases_the_first_baseline_in_the_same_act() {
        History history = firstProposed();
        long position = history.directory().position();
        assertThat(accepted(decide(history, APPROVE_FIRST, APPROVER)))
                .containsExactly(new EntriesReleased(ENERGY, List.of(position)), new BaselineApproved(PLANT, 1));
        history.release(STAFF, position);
        assertThat(accepted(decide(history, APPROVE_FIRST, APPROVER))).containsExactly(new BaselineApproved(PLANT, 1));
        assertThat(accepted(decide(history, APPROVE_FIRST, CZAR))).containsExactly(new BaselineApproved(PLANT, 1));
    }

    @Test
    void who_cannot_see_a_proposal_cannot_decide_on_it() {
        assertThat(refusal(decide(firstProposed(), APPROVE_FIRST, CZAR)))
                .isEqualTo("UNKNOWN UNKNOWN_BASELINE baseline");
        assertThat(refusal(decide(firstProposed(), APPROVE_FIRST, OTHER_APPROVER)))
                .isEqualTo("UNKNOWN UNKNOWN_BASELINE baseline");
        assertThat(refusal(decide(firstProposed(), new ApproveBaseline(PLANT, 2), APPROVER)))
                .isEqualTo("UNKNOWN UNKNOWN_BASELINE baseline");
        assertThat(refusal(decide(firstProposed(), new ApproveBaseline(PLANT, 0), APPROVER)))
                .isEqualTo("UNKNOWN UNKNOWN_BASELINE baseline");
    }

    @Test
    void only_the_lead_agencys_approver_and_the_czars_office_decide() {
        History history = firstProposed();
        history.release(STAFF, history.directory().position());
        assertThat(refusal(decide(history, APPROVE_FIRST, OTHER_APPROVER))).isEqualTo("PERMISSION NOT_LEAD_AGENCY");
        assertThat(refusal(decide(history, APPROVE_FIRST, STAFF))).isEqualTo("PERMISSION NOT_LEAD_AGENCY");
    }

    @Test
    void nobody_decides_on_their_own_proposal() {
        History history = Samples.underWay();
        history.released(APPROVER, promised(PLANT, 2, milestone(LATER, null)));
        assertThat(refusal(decide(history, APPROVE_SECOND, APPROVER))).isEqualTo("PERMISSION OWN_PROPOSAL");
        assertThat(refusal(decide(history, new ReturnBaseline(PLANT, 2, "no"), APPROVER)))
                .isEqualTo("PERMISSION OWN_PROPOSAL");
    }

    @Test
    void a_later_baseline_is_approved_by_the_czars_office_only_and_sent_back_by_both() {
        History history = Samples.underWay();
        history.released(STAFF, promised(PLANT, 2, milestone(LATER, null)));
        assertThat(refusal(decide(history, APPROVE_SECOND, APPROVER))).isEqualTo("PERMISSION REBASELINE_BY_CZAR");
        assertThat(accepted(decide(history, APPROVE_SECOND, CZAR))).containsExactly(new BaselineApproved(PLANT, 2));
        assertThat(accepted(decide(history, new ReturnBaseline(PLANT, 2, "why?"), APPROVER)))
                .containsExactly(new BaselineReturned(PLANT, 2, "why?"));
    }

    @Test
    void only_what_is_pending_is_decided_on() {
        History history = Samples.underWay();
        assertThat(refusal(decide(history, APPROVE_FIRST, CZAR))).isEqualTo("RULE BASELINE_NOT_PENDING baseline");
        assertThat(refusal(decide(history, new ReturnBaseline(PLANT, 1, "no"), CZAR)))
                .isEqualTo("RULE BASELINE_NOT_PENDING baseline");
        History cancelled = firstProposed();
        cancelled.record(CZAR, new ProgramCancelled(PLANT, "no customer"));
        assertThat(refusal(decide(cancelled, APPROVE_FIRST, APPROVER))).isEqualTo("RULE PROGRAM_CANCELLED programId");
    }
}
