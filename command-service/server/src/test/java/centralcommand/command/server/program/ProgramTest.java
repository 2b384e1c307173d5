package centralcommand.command.server.program;

import static centralcommand.command.server.decision.History.APPROVER;
import static centralcommand.command.server.decision.History.COMMERCE;
import static centralcommand.command.server.decision.History.CZAR;
import static centralcommand.command.server.decision.History.ENERGY;
import static centralcommand.command.server.decision.History.OTHER_STAFF;
import static centralcommand.command.server.decision.History.STAFF;
import static centralcommand.command.server.decision.History.SUPPORTER;
import static centralcommand.command.server.decision.History.TODAY;
import static centralcommand.command.server.decision.History.accepted;
import static centralcommand.command.server.decision.History.refusal;
import static centralcommand.command.server.decision.Samples.OPENING;
import static centralcommand.command.server.decision.Samples.PLANT;
import static centralcommand.command.server.decision.Samples.proposed;
import static centralcommand.command.server.decision.Samples.stated;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.clearance.ClearanceEvent.EntryWithdrawn;
import centralcommand.command.contract.organization.OrganizationId;
import centralcommand.command.contract.program.LineOfEffort;
import centralcommand.command.contract.program.ProgramCommand;
import centralcommand.command.contract.program.ProgramCommand.AmendProgram;
import centralcommand.command.contract.program.ProgramCommand.ApproveProgram;
import centralcommand.command.contract.program.ProgramCommand.CancelProgram;
import centralcommand.command.contract.program.ProgramCommand.ProposeProgram;
import centralcommand.command.contract.program.ProgramCommand.ResumeProgram;
import centralcommand.command.contract.program.ProgramCommand.SuspendProgram;
import centralcommand.command.contract.program.ProgramEvent;
import centralcommand.command.contract.program.ProgramEvent.ProgramAmended;
import centralcommand.command.contract.program.ProgramEvent.ProgramApproved;
import centralcommand.command.contract.program.ProgramEvent.ProgramCancelled;
import centralcommand.command.contract.program.ProgramEvent.ProgramProposed;
import centralcommand.command.contract.program.ProgramEvent.ProgramResumed;
import centralcommand.command.contract.program.ProgramEvent.ProgramSuspended;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.program.Stage;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Stated;
import centralcommand.command.server.decision.Actor;
import centralcommand.command.server.decision.Decision;
import centralcommand.command.server.decision.History;
import centralcommand.command.server.decision.ProgramStanding;
import centralcommand.command.server.decision.Samples;
import centralcommand.command.server.directory.Fact;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProgramTest {
    private static final ProgramId NEW = new ProgramId("new-plant");

    private static Program stateOf(History history, ProgramId id) {
        Program state = new Program.Unknown();
        for (Fact fact : history.in(id)) {
            if (fact.event() instanceof ProgramEvent event) {
                state = Program.evolve(state, event, fact.sequence());
            }
        }
        return state;
    }

    private static Decision decide(History history, ProgramCommand command, Actor actor) {
        return Program.decide(stateOf(history, command.programId()), command, history.by(actor));
    }

    private static ProposeProgram propose(
            ProgramId id, Agency lead, List<Agency> supporting, @Nullable LocalDate startsOn, Stated stated) {
        return new ProposeProgram(
                id,
                "New plant",
                "A company",
                lead,
                null,
                supporting,
                LineOfEffort.CAPITAL,
                Stage.MAGNET,
                null,
                startsOn,
                startsOn == null ? null : Precision.DAY,
                "A plant.",
                stated);
    }

    private static AmendProgram amend(@Nullable String name, @Nullable List<Agency> supporting) {
        return new AmendProgram(PLANT, name, null, null, supporting, null, null, null, null, Stated.PLAIN);
    }

    @Test
    void staff_propose_a_program_of_their_own_agency() {
        History history = Samples.departments();
        Decision decision = decide(
                history, propose(NEW, ENERGY, List.of(COMMERCE), LocalDate.of(2021, 1, 1), stated(TODAY)), STAFF);
        ProgramProposed event = (ProgramProposed) accepted(decision).getFirst();
        assertThat(event.supportingAgencies()).containsExactly(COMMERCE);
        assertThat(event.place()).isEmpty();
        assertThat(event.provenance().statedOn()).isEqualTo(TODAY);
    }

    @Test
    void a_fact_stated_before_its_programs_start_is_taken() {
        History history = Samples.departments();
        Decision decision = decide(
                history,
                propose(NEW, ENERGY, List.of(), LocalDate.of(2025, 1, 1), stated(LocalDate.of(2020, 1, 1))),
                STAFF);
        assertThat(accepted(decision)).hasSize(1);
    }

    @Test
    void a_program_is_proposed_by_its_own_agency_only() {
        assertThat(refusal(decide(
                        Samples.departments(), propose(NEW, ENERGY, List.of(), null, Stated.PLAIN), OTHER_STAFF)))
                .isEqualTo("PERMISSION NOT_YOUR_AGENCY");
    }

    @Test
    void agencies_and_organizations_have_to_be_registered() {
        assertThat(refusal(decide(new History(), propose(NEW, ENERGY, List.of(), null, Stated.PLAIN), STAFF)))
                .isEqualTo("UNKNOWN UNKNOWN_AGENCY leadAgency");
        assertThat(refusal(decide(
                        Samples.departments(),
                        propose(NEW, ENERGY, List.of(new Agency("TREASURY")), null, Stated.PLAIN),
                        STAFF)))
                .isEqualTo("UNKNOWN UNKNOWN_AGENCY supportingAgencies");
        AmendProgram command = new AmendProgram(
                PLANT, null, null, new OrganizationId("exim"), null, null, null, null, null, Stated.PLAIN);
        assertThat(refusal(decide(Samples.underWay(), command, STAFF)))
                .isEqualTo("UNKNOWN UNKNOWN_ORGANIZATION leadOrganization");
    }

    @Test
    void an_id_is_taken_once_whatever_its_kind() {
        History history = Samples.underWay();
        assertThat(refusal(decide(history, propose(PLANT, ENERGY, List.of(), null, Stated.PLAIN), STAFF)))
                .isEqualTo("RULE ID_TAKEN programId");
        ProgramId asMilestone = new ProgramId(OPENING.value());
        assertThat(refusal(decide(history, propose(asMilestone, ENERGY, List.of(), null, Stated.PLAIN), STAFF)))
                .isEqualTo("RULE ID_TAKEN programId");
    }

    @Test
    void a_lead_does_not_support_and_a_start_has_a_precision() {
        History history = Samples.departments();
        assertThat(refusal(decide(history, propose(NEW, ENERGY, List.of(ENERGY), null, Stated.PLAIN), STAFF)))
                .isEqualTo("RULE LEAD_AGENCY_SUPPORTS supportingAgencies");
        ProposeProgram halfAStart = new ProposeProgram(
                NEW,
                "P",
                "C",
                ENERGY,
                null,
                List.of(),
                LineOfEffort.CAPITAL,
                Stage.MINE,
                null,
                TODAY,
                null,
                "D",
                Stated.PLAIN);
        assertThat(refusal(decide(history, halfAStart, STAFF)))
                .isEqualTo("RULE START_WITHOUT_PRECISION startPrecision");
    }

    @Test
    void nothing_is_stated_tomorrow() {
        History history = Samples.departments();
        assertThat(accepted(decide(history, propose(NEW, ENERGY, List.of(), null, stated(TODAY)), STAFF)))
                .hasSize(1);
        assertThat(refusal(decide(history, propose(NEW, ENERGY, List.of(), null, stated(TODAY.plusDays(1))), STAFF)))
                .isEqualTo("RULE STATED_IN_FUTURE statedOn");
    }

    @Test
    void the_czar_approves_what_is_released() {
        History history = Samples.departments();
        long position = history.record(STAFF, proposed(PLANT, ENERGY, List.of()));
        assertThat(refusal(decide(history, new ApproveProgram(PLANT), CZAR)))
                .as("not released: as if it were not there")
                .isEqualTo("UNKNOWN UNKNOWN_PROGRAM programId");
        history.release(STAFF, position);
        assertThat(accepted(decide(history, new ApproveProgram(PLANT), CZAR)))
                .containsExactly(new ProgramApproved(PLANT));
    }

    @Test
    void nobody_approves_their_own_proposal() {
        History history = Samples.departments();
        history.released(STAFF, proposed(PLANT, ENERGY, List.of()));
        Actor both = new Actor(STAFF.subject(), null, CZAR.roles());
        assertThat(refusal(decide(history, new ApproveProgram(PLANT), both))).isEqualTo("PERMISSION OWN_PROPOSAL");
    }

    @Test
    void a_withdrawn_proposal_cannot_be_acted_on() {
        History history = Samples.departments();
        long position = history.record(STAFF, proposed(PLANT, ENERGY, List.of()));
        history.record(STAFF, new EntryWithdrawn(ENERGY, position, "wrong"));
        assertThat(refusal(decide(history, amend("New name", null), STAFF)))
                .isEqualTo("UNKNOWN UNKNOWN_PROGRAM programId");
    }

    @Test
    void a_program_is_suspended_resumed_and_cancelled_in_this_order_only() {
        History history = Samples.underWay();
        SuspendProgram suspend = new SuspendProgram(PLANT, "no funds");
        ResumeProgram resume = new ResumeProgram(PLANT, "funds");
        CancelProgram cancel = new CancelProgram(PLANT, "no customer");
        assertThat(refusal(decide(history, new ApproveProgram(PLANT), CZAR)))
                .isEqualTo("RULE PROGRAM_NOT_PROPOSED programId");
        assertThat(refusal(decide(history, resume, CZAR))).isEqualTo("RULE PROGRAM_NOT_SUSPENDED programId");
        history.record(CZAR, accepted(decide(history, suspend, CZAR)).getFirst());
        assertThat(refusal(decide(history, suspend, CZAR))).isEqualTo("RULE PROGRAM_NOT_ACTIVE programId");
        assertThat(accepted(decide(history, resume, CZAR))).containsExactly(new ProgramResumed(PLANT, "funds"));
        history.record(CZAR, accepted(decide(history, cancel, CZAR)).getFirst());
        assertThat(history.in(PLANT))
                .extracting(fact -> (Object) fact.event())
                .contains(new ProgramSuspended(PLANT, "no funds"), new ProgramCancelled(PLANT, "no customer"));
        assertThat(refusal(decide(history, cancel, CZAR))).isEqualTo("RULE PROGRAM_CANCELLED programId");
        assertThat(refusal(decide(history, amend("New name", null), STAFF)))
                .isEqualTo("RULE PROGRAM_CANCELLED programId");
    }

    @Test
    void staff_of_the_lead_agency_amend_and_the_same_again_changes_nothing() {
        History history = Samples.underWay();
        Decision decision = decide(history, amend("New name", null), STAFF);
        assertThat(((ProgramAmended) accepted(decision).getFirst()).name()).isEqualTo("New name");
        history.record(STAFF, accepted(decision).getFirst());
        assertThat(accepted(decide(history, amend("New name", null), STAFF))).isEmpty();
        assertThat(accepted(decide(history, amend(null, null), STAFF))).isEmpty();
        assertThat(refusal(decide(history, amend("Other", null), SUPPORTER))).isEqualTo("PERMISSION NOT_LEAD_AGENCY");
        assertThat(refusal(decide(history, amend(null, List.of(ENERGY)), STAFF)))
                .isEqualTo("RULE LEAD_AGENCY_SUPPORTS supportingAgencies");
    }

    @Test
    void an_agency_supports_once_the_amendment_that_says_so_is_released_and_not_withdrawn() {
        History history = Samples.underWay();
        long position = history.record(
                STAFF,
                accepted(decide(history, amend(null, List.of(History.DEFENSE)), STAFF))
                        .getFirst());
        assertThat(standing(history, OTHER_STAFF).supporting()).containsExactly(COMMERCE);
        assertThat(standing(history, APPROVER).supporting()).containsExactly(History.DEFENSE);
        history.release(STAFF, position);
        assertThat(standing(history, OTHER_STAFF).supporting()).containsExactly(History.DEFENSE);
    }

    private static ProgramStanding standing(History history, Actor actor) {
        return Objects.requireNonNull(Program.standing(stateOf(history, PLANT), history.by(actor)));
    }
}
