package centralcommand.command.server.clearance;

import static centralcommand.command.server.decision.History.APPROVER;
import static centralcommand.command.server.decision.History.COLLEAGUE;
import static centralcommand.command.server.decision.History.CZAR;
import static centralcommand.command.server.decision.History.DEFENSE;
import static centralcommand.command.server.decision.History.ENERGY;
import static centralcommand.command.server.decision.History.OTHER_APPROVER;
import static centralcommand.command.server.decision.History.OTHER_STAFF;
import static centralcommand.command.server.decision.History.STAFF;
import static centralcommand.command.server.decision.History.TODAY;
import static centralcommand.command.server.decision.History.accepted;
import static centralcommand.command.server.decision.History.refusal;
import static centralcommand.command.server.decision.Samples.OPENING;
import static centralcommand.command.server.decision.Samples.PLANT;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.capacity.CapacityEvent.CapacityTargetSet;
import centralcommand.command.contract.capacity.Material;
import centralcommand.command.contract.capacity.TargetId;
import centralcommand.command.contract.capacity.TargetKind;
import centralcommand.command.contract.clearance.ClearanceCommand;
import centralcommand.command.contract.clearance.ClearanceCommand.CertifyPeriod;
import centralcommand.command.contract.clearance.ClearanceCommand.CorrectEntry;
import centralcommand.command.contract.clearance.ClearanceCommand.ReleaseEntries;
import centralcommand.command.contract.clearance.ClearanceCommand.SetReleasePolicy;
import centralcommand.command.contract.clearance.ClearanceCommand.WithdrawEntry;
import centralcommand.command.contract.clearance.ClearanceEvent;
import centralcommand.command.contract.clearance.ClearanceEvent.EntriesReleased;
import centralcommand.command.contract.clearance.ClearanceEvent.EntryCorrected;
import centralcommand.command.contract.clearance.ClearanceEvent.EntryWithdrawn;
import centralcommand.command.contract.clearance.ClearanceEvent.PeriodCertified;
import centralcommand.command.contract.clearance.ClearanceEvent.ReleasePolicySet;
import centralcommand.command.contract.clearance.ReleasePolicy;
import centralcommand.command.contract.program.Stage;
import centralcommand.command.contract.schedule.NewDate;
import centralcommand.command.contract.schedule.RebaselineEvent.RebaselineRequested;
import centralcommand.command.contract.schedule.RebaselineReason;
import centralcommand.command.contract.schedule.ScheduleEvent.DoubtReported;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.server.decision.Actor;
import centralcommand.command.server.decision.Decision;
import centralcommand.command.server.decision.History;
import centralcommand.command.server.decision.Samples;
import centralcommand.command.server.directory.Fact;
import centralcommand.command.server.directory.Streams;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ClearanceTest {
    private static final DoubtReported DOUBT = new DoubtReported(PLANT, OPENING, "", null, null, "why", Samples.SAID);

    private static Decision decide(History history, ClearanceCommand command, Actor actor) {
        Agency agency = actor.agency() == null ? ENERGY : actor.agency();
        Clearance state = Clearance.NONE;
        for (Fact fact : history.in(Streams.clearanceOf(agency))) {
            state = state.evolve((ClearanceEvent) fact.event());
        }
        return Clearance.decide(state, agency, command, history.by(actor));
    }

    @Test
    void an_approver_releases_what_others_of_the_agency_submitted_and_passes_over_what_is_released() {
        History history = Samples.underWay();
        long first = history.record(STAFF, DOUBT);
        long second = history.record(COLLEAGUE, DOUBT);
        history.release(STAFF, first);
        assertThat(accepted(decide(history, new ReleaseEntries(List.of(second, first)), APPROVER)))
                .containsExactly(new EntriesReleased(ENERGY, List.of(second)));
        assertThat(accepted(decide(history, new ReleaseEntries(List.of(first)), APPROVER)))
                .isEmpty();
    }

    @Test
    void all_are_released_or_none() {
        History history = Samples.underWay();
        long good = history.record(STAFF, DOUBT);
        long own = history.record(APPROVER, DOUBT);
        long other = history.record(OTHER_STAFF, DOUBT);
        long withdrawn = history.record(STAFF, DOUBT);
        history.record(STAFF, new EntryWithdrawn(ENERGY, withdrawn, "typing error"));
        long noEntry = history.directory().position();
        assertThat(refusal(decide(history, new ReleaseEntries(List.of(good, own)), APPROVER)))
                .isEqualTo("PERMISSION OWN_ENTRY");
        assertThat(refusal(decide(history, new ReleaseEntries(List.of(good, other)), APPROVER)))
                .isEqualTo("PERMISSION NOT_YOUR_AGENCY");
        assertThat(refusal(decide(history, new ReleaseEntries(List.of(good, withdrawn)), APPROVER)))
                .isEqualTo("RULE ENTRY_WITHDRAWN positions");
        assertThat(refusal(decide(history, new ReleaseEntries(List.of(good, noEntry)), APPROVER)))
                .isEqualTo("UNKNOWN UNKNOWN_ENTRY positions");
        assertThat(refusal(decide(history, new ReleaseEntries(List.of(good, noEntry + 1)), APPROVER)))
                .isEqualTo("UNKNOWN UNKNOWN_ENTRY positions");
    }

    @Test
    void what_is_recorded_while_the_policy_is_at_once_is_released() {
        History history = Samples.underWay();
        long before = history.record(STAFF, DOUBT);
        history.record(APPROVER, new ReleasePolicySet(ENERGY, ReleasePolicy.AT_ONCE));
        long during = history.record(STAFF, DOUBT);
        long others = history.record(OTHER_STAFF, DOUBT);
        history.record(APPROVER, new ReleasePolicySet(ENERGY, ReleasePolicy.BY_APPROVER));
        long after = history.record(STAFF, DOUBT);
        assertThat(List.of(before, during, others, after))
                .extracting(
                        position -> Objects.requireNonNull(history.directory().entry(position))
                                .released())
                .containsExactly(false, true, false, false);
    }

    @Test
    void the_author_withdraws_what_is_not_released() {
        History history = Samples.underWay();
        long position = history.record(STAFF, DOUBT);
        WithdrawEntry withdraw = new WithdrawEntry(position, "typing error");
        assertThat(refusal(decide(history, withdraw, COLLEAGUE))).isEqualTo("PERMISSION NOT_AUTHOR");
        assertThat(refusal(decide(history, withdraw, OTHER_STAFF))).isEqualTo("UNKNOWN UNKNOWN_ENTRY position");
        assertThat(refusal(decide(history, new WithdrawEntry(99, "?"), STAFF)))
                .isEqualTo("UNKNOWN UNKNOWN_ENTRY position");
        assertThat(accepted(decide(history, withdraw, STAFF)))
                .containsExactly(new EntryWithdrawn(ENERGY, position, "typing error"));
        history.record(STAFF, new EntryWithdrawn(ENERGY, position, "typing error"));
        assertThat(accepted(decide(history, withdraw, STAFF))).isEmpty();
        long released = history.released(STAFF, DOUBT);
        assertThat(refusal(decide(history, new WithdrawEntry(released, "late"), STAFF)))
                .isEqualTo("RULE ENTRY_RELEASED position");
    }

    @Test
    void an_approver_sets_the_policy_of_their_agency() {
        History history = Samples.underWay();
        SetReleasePolicy atOnce = new SetReleasePolicy(ENERGY, ReleasePolicy.AT_ONCE);
        assertThat(accepted(decide(history, atOnce, APPROVER)))
                .containsExactly(new ReleasePolicySet(ENERGY, ReleasePolicy.AT_ONCE));
        assertThat(accepted(decide(history, new SetReleasePolicy(ENERGY, ReleasePolicy.BY_APPROVER), APPROVER)))
                .as("so it is until somebody says otherwise")
                .isEmpty();
        assertThat(refusal(decide(history, atOnce, OTHER_APPROVER))).isEqualTo("PERMISSION NOT_YOUR_AGENCY");
    }

    @Test
    void a_month_is_certified_once_it_has_begun_and_once_only() {
        History history = Samples.underWay();
        YearMonth current = YearMonth.from(TODAY);
        assertThat(accepted(decide(history, new CertifyPeriod(ENERGY, current), APPROVER)))
                .containsExactly(new PeriodCertified(ENERGY, current));
        assertThat(refusal(decide(history, new CertifyPeriod(ENERGY, current.plusMonths(1)), APPROVER)))
                .isEqualTo("RULE MONTH_NOT_BEGUN month");
        assertThat(refusal(decide(history, new CertifyPeriod(DEFENSE, current), APPROVER)))
                .isEqualTo("PERMISSION NOT_YOUR_AGENCY");
        history.record(APPROVER, new PeriodCertified(ENERGY, current));
        assertThat(accepted(decide(history, new CertifyPeriod(ENERGY, current), APPROVER)))
                .isEmpty();
    }

    @Test
    void a_month_before_any_program_is_not_certified() {
        History history = Samples.underWay();
        assertThat(refusal(decide(history, new CertifyPeriod(ENERGY, YearMonth.of(1900, 1)), APPROVER)))
                .isEqualTo("RULE MONTH_TOO_EARLY month");
        assertThat(refusal(decide(history, new CertifyPeriod(ENERGY, YearMonth.of(1999, 12)), APPROVER)))
                .isEqualTo("RULE MONTH_TOO_EARLY month");
        assertThat(accepted(decide(history, new CertifyPeriod(ENERGY, YearMonth.of(2000, 1)), APPROVER)))
                .containsExactly(new PeriodCertified(ENERGY, YearMonth.of(2000, 1)));
    }

    @Test
    void a_released_entry_is_struck_once_by_its_agency() {
        History history = Samples.underWay();
        long position = history.record(STAFF, DOUBT);
        CorrectEntry correct = new CorrectEntry(position, "wrong plant");
        assertThat(refusal(decide(history, correct, OTHER_STAFF))).isEqualTo("UNKNOWN UNKNOWN_ENTRY position");
        assertThat(refusal(decide(history, correct, STAFF))).isEqualTo("RULE ENTRY_NOT_RELEASED position");
        history.release(STAFF, position);
        assertThat(refusal(decide(history, correct, OTHER_STAFF))).isEqualTo("PERMISSION NOT_YOUR_AGENCY");
        EntryCorrected event =
                (EntryCorrected) accepted(decide(history, correct, COLLEAGUE)).getFirst();
        assertThat(event.position()).isEqualTo(position);
        assertThat(event.provenance().statedOn()).isEqualTo(TODAY);
        history.record(COLLEAGUE, event);
        assertThat(refusal(decide(history, correct, STAFF))).isEqualTo("RULE ENTRY_STRUCK position");
    }

    @Test
    void what_others_decide_on_is_not_struck() {
        History history = Samples.underWay();
        assertThat(refusal(decide(history, new CorrectEntry(proposalOfPlant(history), "wrong"), STAFF)))
                .isEqualTo("RULE ENTRY_NOT_CORRECTABLE position");
        long request = history.released(
                STAFF,
                new RebaselineRequested(
                        Samples.PLANT,
                        2,
                        RebaselineReason.OTHER,
                        "late",
                        "a plan",
                        "nobody",
                        List.of(new NewDate(Samples.OPENING, TODAY.plusYears(1), null, null)),
                        Samples.SAID));
        assertThat(refusal(decide(history, new CorrectEntry(request, "wrong"), STAFF)))
                .isEqualTo("RULE ENTRY_NOT_CORRECTABLE position");
        long target = history.record(
                CZAR,
                new CapacityTargetSet(
                        new TargetId("t"),
                        Material.ALLOY,
                        Stage.METAL,
                        null,
                        null,
                        TargetKind.TARGET,
                        "plan",
                        Samples.SAID));
        assertThat(refusal(decide(history, new CorrectEntry(target, "wrong"), STAFF)))
                .isEqualTo("PERMISSION NOT_YOUR_AGENCY");
        long withdrawn = history.record(STAFF, DOUBT);
        history.record(STAFF, new EntryWithdrawn(ENERGY, withdrawn, "typing error"));
        assertThat(refusal(decide(history, new CorrectEntry(withdrawn, "wrong"), STAFF)))
                .isEqualTo("RULE ENTRY_WITHDRAWN position");
    }

    private static long proposalOfPlant(History history) {
        return history.in(PLANT).getFirst().position();
    }
}
