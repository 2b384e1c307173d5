package centralcommand.query.server.inbox;

import static centralcommand.query.server.told.History.ENERGY_APPROVER;
import static centralcommand.query.server.told.History.ENERGY_STAFF;
import static centralcommand.query.server.told.History.on;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.clearance.ReleasePolicy;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineProposed;
import centralcommand.command.contract.shared.Authorship;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Provenance.Marking;
import centralcommand.command.contract.shared.Role;
import centralcommand.query.contract.board.Decision;
import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.board.StatedDay;
import centralcommand.query.contract.history.EventRow;
import centralcommand.query.contract.inbox.Inbox;
import centralcommand.query.contract.shared.EntryStatus;
import centralcommand.query.server.told.History;
import centralcommand.query.server.told.Looking;
import centralcommand.query.server.told.Story;
import centralcommand.query.server.view.Sight;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class InboxTest {
    private final History history = Story.told();

    private Inbox inbox(Sight sight) {
        return InboxView.of(sight, Looking.log(history));
    }

    private Inbox ofStaff() {
        return inbox(Looking.asEnergy(history, "energy", Role.AGENCY_STAFF));
    }

    private Inbox ofApprover() {
        return inbox(Looking.asEnergy(history, "energy.approver", Role.AGENCY_STAFF, Role.AGENCY_APPROVER));
    }

    @Test
    void an_agency_reports_on_what_is_open_in_the_programs_it_leads() {
        assertThat(ofStaff().toReport().stream().map(MilestoneRow::milestoneId))
                .containsExactly(Story.FIRST, Story.SECOND);
        assertThat(ofStaff().month()).isEqualTo(YearMonth.of(2026, 1));
    }

    @Test
    void what_waits_for_release_is_what_is_neither_released_nor_withdrawn() {
        Inbox inbox = ofApprover();
        assertThat(inbox.toRelease()).isNotEmpty();
        assertThat(inbox.toRelease().stream().map(EventRow::status)).containsOnly(EntryStatus.SUBMITTED);
        assertThat(inbox.toRelease().stream().map(EventRow::agency)).containsOnly("ENERGY");
        assertThat(inbox.policy()).isEqualTo(ReleasePolicy.BY_APPROVER);
        assertThat(inbox.certified()).containsExactly(YearMonth.of(2025, 12));
    }

    @Test
    void one_sees_ones_own_entries_and_refusals_newest_first() {
        assertThat(ofStaff().submitted().stream().map(EventRow::position))
                .isSortedAccordingTo((one, other) -> Long.compare(other, one))
                .isNotEmpty();
        assertThat(ofStaff().refusals()).hasSize(1);
        assertThat(ofApprover().refusals()).isEmpty();
    }

    @Test
    void a_first_baseline_waits_for_an_approver_who_did_not_propose_it() {
        ProgramId program = new ProgramId("zzinside-program");
        proposed(ENERGY_STAFF, program);
        assertThat(decisions(ofApprover())).containsExactly("approve-baseline zzinside-program 1");
        assertThat(decisions(ofStaff())).isEmpty();
        History other = Story.told();
        other.says(ENERGY_APPROVER, baseline(program));
        assertThat(decisions(InboxView.of(
                        Looking.asEnergy(other, "energy.approver", Role.AGENCY_APPROVER), Looking.log(other))))
                .isEmpty();
    }

    @Test
    void the_czars_office_decides_on_what_was_released_to_it_and_on_nothing_else() {
        Inbox inbox = inbox(Looking.asCzar(history, Looking.TODAY));
        assertThat(inbox.toDecide()).isEmpty();
        assertThat(inbox.toReport()).isEmpty();
        assertThat(inbox.toRelease()).isEmpty();
        History fresh = new History();
        fresh.says(
                new Authorship("x", null, List.of(Role.CZAR), "c", "propose-program"),
                Story.proposed(Story.OPEN, "Program", History.ENERGY, on("2025-01-01")));
        assertThat(decisions(InboxView.of(Looking.asCzar(fresh, Looking.TODAY), Looking.log(fresh))))
                .containsExactly("approve-program open-program null");
    }

    private static List<String> decisions(Inbox inbox) {
        return inbox.toDecide().stream()
                .map((Decision decision) -> decision.command() + " " + decision.programId() + " " + decision.baseline())
                .toList();
    }

    private void proposed(Authorship by, ProgramId program) {
        history.says(by, baseline(program));
    }

    private static BaselineProposed baseline(ProgramId program) {
        return new BaselineProposed(
                program,
                1,
                "basis",
                List.of(Story.planned(new MilestoneId("new-milestone"), "New", "2027-01-01", Precision.DAY)),
                on("2026-01-04"));
    }

    @Test
    void a_date_that_only_the_agency_sees_says_that_it_is_not_released_and_how_it_is_marked() {
        MilestoneRow first = ofStaff().toReport().getFirst();
        assertThat(first.forecast()).extracting(StatedDay::status).isEqualTo(EntryStatus.SUBMITTED);
        assertThat(first.originalBaseline()).extracting(StatedDay::status).isEqualTo(EntryStatus.RELEASED);
        assertThat(first.originalBaseline()).extracting(StatedDay::marking).isEqualTo(Marking.NONE);
    }
}
