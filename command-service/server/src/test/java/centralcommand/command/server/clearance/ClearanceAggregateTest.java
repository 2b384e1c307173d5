package centralcommand.command.server.clearance;

import static centralcommand.command.server.decision.History.APPROVER;
import static centralcommand.command.server.decision.History.ENERGY;
import static centralcommand.command.server.decision.History.STAFF;
import static centralcommand.command.server.decision.History.TODAY;
import static centralcommand.command.server.decision.Samples.OPENING;
import static centralcommand.command.server.decision.Samples.PLANT;
import static centralcommand.command.server.dispatch.Fixtures.by;

import centralcommand.command.contract.clearance.ClearanceCommand;
import centralcommand.command.contract.clearance.ClearanceCommand.CertifyPeriod;
import centralcommand.command.contract.clearance.ClearanceCommand.CorrectEntry;
import centralcommand.command.contract.clearance.ClearanceCommand.ReleaseEntries;
import centralcommand.command.contract.clearance.ClearanceCommand.SetReleasePolicy;
import centralcommand.command.contract.clearance.ClearanceCommand.WithdrawEntry;
import centralcommand.command.contract.clearance.ClearanceEvent.EntriesReleased;
import centralcommand.command.contract.clearance.ClearanceEvent.EntryCorrected;
import centralcommand.command.contract.clearance.ClearanceEvent.EntryWithdrawn;
import centralcommand.command.contract.clearance.ClearanceEvent.PeriodCertified;
import centralcommand.command.contract.clearance.ClearanceEvent.ReleasePolicySet;
import centralcommand.command.contract.clearance.ReleasePolicy;
import centralcommand.command.contract.schedule.ScheduleEvent.DoubtReported;
import centralcommand.command.contract.shared.Stated;
import centralcommand.command.server.decision.Actor;
import centralcommand.command.server.decision.History;
import centralcommand.command.server.decision.Samples;
import centralcommand.command.server.directory.Streams;
import centralcommand.command.server.dispatch.Fixtures;
import java.time.YearMonth;
import java.util.List;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

/** Each handler once; any of them may be the first of its agency. */
class ClearanceAggregateTest {
    private final History history = Samples.departments();
    private final long waiting =
            history.record(STAFF, new DoubtReported(PLANT, OPENING, "", null, null, "why", Samples.SAID));

    private ResultValidator<ClearanceAggregate> when(ClearanceCommand command, Actor actor) {
        return Fixtures.of(ClearanceAggregate.class, history)
                .given(Fixtures.events(history.in(Streams.clearanceOf(ENERGY))))
                .when(command, by(actor));
    }

    @Test
    void release_entries() {
        when(new ReleaseEntries(List.of(waiting)), APPROVER)
                .expectEvents(new EntriesReleased(ENERGY, List.of(waiting)));
        history.release(STAFF, waiting);
        when(new ReleaseEntries(List.of(waiting)), APPROVER).expectNoEvents().expectSuccessfulHandlerExecution();
    }

    @Test
    void withdraw_entry() {
        when(new WithdrawEntry(waiting, "typing error"), STAFF)
                .expectEvents(new EntryWithdrawn(ENERGY, waiting, "typing error"));
        when(new WithdrawEntry(waiting, "typing error"), APPROVER)
                .expectNoEvents()
                .expectExceptionDetails(ClearanceRejections.notAuthor(waiting, STAFF.subject()));
    }

    @Test
    void correct_entry() {
        history.release(STAFF, waiting);
        when(new CorrectEntry(waiting, "wrong plant"), STAFF)
                .expectEvents(new EntryCorrected(ENERGY, waiting, "wrong plant", Stated.PLAIN.provenance(TODAY)));
    }

    @Test
    void set_release_policy() {
        when(new SetReleasePolicy(ENERGY, ReleasePolicy.AT_ONCE), APPROVER)
                .expectEvents(new ReleasePolicySet(ENERGY, ReleasePolicy.AT_ONCE));
        when(new SetReleasePolicy(ENERGY, ReleasePolicy.BY_APPROVER), APPROVER)
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void certify_period() {
        YearMonth month = YearMonth.from(TODAY);
        when(new CertifyPeriod(ENERGY, month), APPROVER).expectEvents(new PeriodCertified(ENERGY, month));
    }
}
