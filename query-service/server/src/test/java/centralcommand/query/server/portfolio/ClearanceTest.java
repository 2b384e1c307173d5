package centralcommand.query.server.portfolio;

import static centralcommand.query.server.told.History.CZAR;
import static centralcommand.query.server.told.History.ENERGY;
import static centralcommand.query.server.told.History.ENERGY_APPROVER;
import static centralcommand.query.server.told.History.ENERGY_STAFF;
import static centralcommand.query.server.told.History.on;
import static centralcommand.query.server.told.Story.FIRST;
import static centralcommand.query.server.told.Story.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.clearance.ClearanceEvent.EntriesReleased;
import centralcommand.command.contract.clearance.ClearanceEvent.EntryCorrected;
import centralcommand.command.contract.clearance.ClearanceEvent.EntryWithdrawn;
import centralcommand.command.contract.clearance.ClearanceEvent.ReleasePolicySet;
import centralcommand.command.contract.clearance.ReleasePolicy;
import centralcommand.command.contract.program.ProgramEvent.ProgramApproved;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineApproved;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineProposed;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Provenance.Marking;
import centralcommand.query.contract.program.ProgramStatus;
import centralcommand.query.contract.shared.EntryStatus;
import centralcommand.query.server.portfolio.Milestone.Dated;
import centralcommand.query.server.told.History;
import centralcommand.query.server.told.Story;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClearanceTest {
    private static final Audience AGENCY = Audience.of(ENERGY);
    private static final Audience OTHERS = Audience.of(History.DEFENSE);

    private final History history = new History();

    @BeforeEach
    void a_released_program_with_one_milestone() {
        long program = history.says(ENERGY_STAFF, Story.proposed(OPEN, "Program", ENERGY, on("2025-01-01")));
        long baseline = history.says(ENERGY_STAFF, baseline(1, "2026-06-30"));
        history.says(ENERGY_APPROVER, new BaselineApproved(OPEN, 1));
        release(program, baseline);
    }

    private static BaselineProposed baseline(int number, String date) {
        return new BaselineProposed(
                OPEN, number, "basis", List.of(Story.planned(FIRST, "First", date, Precision.DAY)), on("2025-01-01"));
    }

    private long forecast(String date, String statedOn, Marking marking) {
        return history.says(ENERGY_STAFF, Story.forecast(OPEN, FIRST, date, null, "", on(statedOn, marking)));
    }

    private long release(Long... positions) {
        return history.says(ENERGY_APPROVER, new EntriesReleased(ENERGY, List.of(positions)));
    }

    private Optional<LocalDate> expected(Audience audience) {
        return history.world()
                .seenBy(audience)
                .portfolio()
                .milestone(FIRST)
                .map(Milestone::forecast)
                .map((Dated dated) -> dated.stated().date());
    }

    private long changedAt(Audience audience) {
        return history.world().seenBy(audience).changedAt();
    }

    @Test
    void what_staff_submit_is_seen_inside_their_agency_and_by_auditors_only() {
        forecast("2027-01-31", "2025-06-01", Marking.NONE);
        assertThat(expected(AGENCY)).hasValue(LocalDate.of(2027, 1, 31));
        assertThat(expected(Audience.AUDITOR)).hasValue(LocalDate.of(2027, 1, 31));
        assertThat(expected(Audience.CZAR)).isEmpty();
        assertThat(expected(OTHERS)).isEmpty();
        assertThat(expected(Audience.PUBLIC)).isEmpty();
    }

    @Test
    void an_entry_that_nobody_else_may_see_changes_nothing_for_others() {
        long before = changedAt(Audience.CZAR);
        forecast("2027-01-31", "2025-06-01", Marking.NONE);
        assertThat(changedAt(Audience.CZAR)).isEqualTo(before);
        assertThat(changedAt(AGENCY)).isGreaterThan(before);
    }

    @Test
    void a_release_shows_the_entry_to_others_from_its_own_position_on() {
        long entry = forecast("2027-01-31", "2025-06-01", Marking.NONE);
        long released = release(entry);
        assertThat(expected(Audience.CZAR)).hasValue(LocalDate.of(2027, 1, 31));
        assertThat(changedAt(Audience.CZAR)).isEqualTo(released);
    }

    @Test
    void a_late_release_of_old_news_does_not_win_over_newer_news() {
        long old = forecast("2027-01-31", "2025-06-01", Marking.NONE);
        long newer = forecast("2027-09-30", "2025-09-01", Marking.NONE);
        release(newer);
        release(old);
        assertThat(expected(Audience.CZAR)).hasValue(LocalDate.of(2027, 9, 30));
    }

    @Test
    void of_one_day_what_was_recorded_later_stands() {
        long one = forecast("2027-01-31", "2025-06-01", Marking.NONE);
        long other = forecast("2027-02-28", "2025-06-01", Marking.NONE);
        release(other);
        release(one);
        assertThat(expected(Audience.CZAR)).hasValue(LocalDate.of(2027, 2, 28));
    }

    @Test
    void a_marked_entry_goes_to_the_czars_office_and_no_further() {
        release(forecast("2027-01-31", "2025-06-01", Marking.PRE_DECISIONAL));
        assertThat(expected(Audience.CZAR)).isPresent();
        assertThat(expected(OTHERS)).isEmpty();
        assertThat(expected(Audience.PUBLIC)).isEmpty();
    }

    @Test
    void controlled_information_is_shown_to_other_agencies_once_released() {
        release(forecast("2027-01-31", "2025-06-01", Marking.CUI));
        assertThat(expected(OTHERS)).isPresent();
    }

    @Test
    void a_release_names_only_what_its_reader_sees() {
        long marked = forecast("2027-01-31", "2025-06-01", Marking.PROPRIETARY);
        long act = release(marked);
        assertThat(history.world().seenBy(OTHERS).shows(act)).isFalse();
        assertThat(history.world().seenBy(Audience.CZAR).shows(act)).isTrue();
    }

    @Test
    void under_the_policy_at_once_entries_are_released_as_they_are_recorded_and_earlier_ones_still_wait() {
        long waiting = forecast("2027-01-31", "2025-06-01", Marking.NONE);
        history.says(ENERGY_APPROVER, new ReleasePolicySet(ENERGY, ReleasePolicy.AT_ONCE));
        long atOnce = forecast("2026-12-31", "2025-05-01", Marking.NONE);
        Seen czar = history.world().seenBy(Audience.CZAR);
        assertThat(czar.shows(waiting)).isFalse();
        assertThat(czar.shows(atOnce)).isTrue();
        assertThat(status(waiting)).isEqualTo(EntryStatus.SUBMITTED);
        assertThat(status(atOnce)).isEqualTo(EntryStatus.RELEASED);
    }

    private EntryStatus status(long position) {
        return history.world()
                .seenBy(Audience.AUDITOR)
                .portfolio()
                .clearance()
                .statusOf(history.facts().get((int) position - 1));
    }

    @Test
    void what_was_withdrawn_counts_for_nobody_and_is_never_shown_to_others() {
        long entry = forecast("2027-01-31", "2025-06-01", Marking.NONE);
        long act = history.says(ENERGY_STAFF, new EntryWithdrawn(ENERGY, entry, "typing error"));
        assertThat(expected(AGENCY)).isEmpty();
        assertThat(status(entry)).isEqualTo(EntryStatus.WITHDRAWN);
        assertThat(history.world().seenBy(Audience.CZAR).shows(act)).isFalse();
        assertThat(history.world().waiting().containsKey(entry)).isFalse();
    }

    @Test
    void a_correction_strikes_for_others_only_once_it_is_released_itself() {
        long entry = forecast("2027-01-31", "2025-06-01", Marking.NONE);
        release(entry);
        long correction = history.says(ENERGY_STAFF, new EntryCorrected(ENERGY, entry, "wrong year", on("2025-07-01")));
        assertThat(expected(AGENCY)).isEmpty();
        assertThat(expected(Audience.CZAR)).isPresent();
        release(correction);
        assertThat(expected(Audience.CZAR)).isEmpty();
        assertThat(status(entry)).isEqualTo(EntryStatus.CORRECTED);
    }

    @Test
    void a_correction_that_is_itself_struck_strikes_nothing() {
        long entry = forecast("2027-01-31", "2025-06-01", Marking.NONE);
        long correction = history.says(ENERGY_STAFF, new EntryCorrected(ENERGY, entry, "wrong", on("2025-07-01")));
        long second = history.says(ENERGY_STAFF, new EntryCorrected(ENERGY, correction, "was right", on("2025-07-02")));
        release(entry, correction, second);
        assertThat(expected(Audience.CZAR)).hasValue(LocalDate.of(2027, 1, 31));
    }

    @Test
    void a_correction_released_before_its_entry_waits_for_it() {
        long entry = forecast("2027-01-31", "2025-06-01", Marking.NONE);
        long correction = history.says(ENERGY_STAFF, new EntryCorrected(ENERGY, entry, "wrong", on("2025-07-01")));
        release(correction);
        assertThat(history.world().seenBy(Audience.CZAR).shows(correction)).isFalse();
        release(entry);
        assertThat(history.world().seenBy(Audience.CZAR).shows(correction)).isTrue();
        assertThat(expected(Audience.CZAR)).isEmpty();
    }

    @Test
    void a_decision_on_what_is_not_seen_is_not_seen_either_and_both_come_into_sight_together() {
        long second = history.says(ENERGY_STAFF, baseline(2, "2026-12-31"));
        long approval = history.says(CZAR, new BaselineApproved(OPEN, 2));
        assertThat(history.world().seenBy(OTHERS).shows(approval)).isFalse();
        release(second);
        Seen others = history.world().seenBy(OTHERS);
        assertThat(others.shows(approval)).isTrue();
        assertThat(others.portfolio()
                        .milestone(FIRST)
                        .map(Milestone::current)
                        .map((Dated dated) -> dated.stated().date()))
                .hasValue(LocalDate.of(2026, 12, 31));
        assertThat(others.portfolio()
                        .milestone(FIRST)
                        .map(Milestone::original)
                        .map((Dated dated) -> dated.stated().date()))
                .hasValue(LocalDate.of(2026, 6, 30));
    }

    @Test
    void an_approval_on_record_before_its_program_is_released_counts_as_soon_as_it_is() {
        History fresh = new History();
        long program = fresh.says(ENERGY_STAFF, Story.proposed(OPEN, "Program", ENERGY, on("2025-01-01")));
        fresh.says(CZAR, new ProgramApproved(OPEN));
        assertThat(fresh.world().seenBy(OTHERS).portfolio().programs()).isEmpty();
        fresh.says(ENERGY_APPROVER, new EntriesReleased(ENERGY, List.of(program)));
        assertThat(fresh.world().seenBy(OTHERS).portfolio().program(OPEN).map(Program::status))
                .hasValue(ProgramStatus.ACTIVE);
    }
}
