package centralcommand.query.server.program;

import static centralcommand.query.server.told.History.CZAR;
import static centralcommand.query.server.told.History.ENERGY;
import static centralcommand.query.server.told.History.ENERGY_APPROVER;
import static centralcommand.query.server.told.History.ENERGY_STAFF;
import static centralcommand.query.server.told.History.on;
import static centralcommand.query.server.told.Looking.TODAY;
import static centralcommand.query.server.told.Story.FIRST;
import static centralcommand.query.server.told.Story.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.clearance.ClearanceEvent.EntriesReleased;
import centralcommand.command.contract.clearance.ClearanceEvent.EntryCorrected;
import centralcommand.command.contract.program.ProgramEvent.ProgramApproved;
import centralcommand.command.contract.program.ProgramEvent.ProgramCancelled;
import centralcommand.command.contract.schedule.NewDate;
import centralcommand.command.contract.schedule.RebaselineEvent.RebaselineApproved;
import centralcommand.command.contract.schedule.RebaselineEvent.RebaselineDeclined;
import centralcommand.command.contract.schedule.RebaselineEvent.RebaselineRequested;
import centralcommand.command.contract.schedule.RebaselineReason;
import centralcommand.command.contract.schedule.ScheduleEvent.ActualReported;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineApproved;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineProposed;
import centralcommand.command.contract.schedule.ScheduleEvent.DoubtReported;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Provenance;
import centralcommand.command.contract.shared.Role;
import centralcommand.command.contract.shared.StatedDate;
import centralcommand.query.contract.board.Decision;
import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.board.Slippage;
import centralcommand.query.contract.history.EventRow;
import centralcommand.query.contract.history.Lineage;
import centralcommand.query.contract.program.ProgramPage;
import centralcommand.query.contract.program.ProgramPage.BaselineKind;
import centralcommand.query.contract.program.ProgramPage.Change;
import centralcommand.query.contract.program.ProgramPage.Measured;
import centralcommand.query.contract.schedule.Downstream;
import centralcommand.query.server.board.Decisions;
import centralcommand.query.server.board.SlippageView;
import centralcommand.query.server.lineage.LineageView;
import centralcommand.query.server.portfolio.Audience;
import centralcommand.query.server.told.History;
import centralcommand.query.server.told.Looking;
import centralcommand.query.server.told.Story;
import centralcommand.query.server.view.Figures;
import centralcommand.query.server.view.Filter;
import centralcommand.query.server.view.Page;
import centralcommand.query.server.view.Sight;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BaselineHistoryTest {
    private final History history = new History();

    @BeforeEach
    void a_milestone_that_is_promised_and_expected_later() {
        long program = history.says(ENERGY_STAFF, Story.proposed(OPEN, "Program", ENERGY, on("2025-01-01")));
        history.says(CZAR, new ProgramApproved(OPEN));
        long baseline = history.says(
                ENERGY_STAFF,
                new BaselineProposed(
                        OPEN,
                        1,
                        "contract",
                        List.of(Story.planned(FIRST, "First product", "2026-06-30", Precision.DAY)),
                        on("2025-01-01")));
        history.says(ENERGY_APPROVER, new BaselineApproved(OPEN, 1));
        long forecast =
                history.says(ENERGY_STAFF, Story.forecast(OPEN, FIRST, "2026-12-31", null, "late", on("2025-06-01")));
        released(program, baseline, forecast);
    }

    private void released(long... positions) {
        history.says(
                ENERGY_APPROVER,
                new EntriesReleased(ENERGY, LongStream.of(positions).boxed().toList()));
    }

    private long asked(int number, String date) {
        return history.says(
                ENERGY_STAFF,
                new RebaselineRequested(
                        OPEN,
                        number,
                        RebaselineReason.PERMITTING,
                        "The permit took another course.",
                        "plan of 2025",
                        "the State",
                        List.of(new NewDate(FIRST, LocalDate.parse(date), null, null)),
                        on("2025-07-01")));
    }

    private Sight czar() {
        return Looking.asCzar(history, TODAY);
    }

    private List<ProgramPage.Baseline> baselines(Sight sight) {
        return ProgramViews.page(sight, Looking.log(history), OPEN).baselines();
    }

    private List<String> decisions(Sight sight) {
        return Decisions.all(sight).stream()
                .map((Decision decision) -> decision.command() + " " + decision.baseline())
                .toList();
    }

    @Test
    void both_histories_stand_on_the_record_with_their_determinations() {
        released(asked(2, "2027-06-30"));
        history.says(CZAR, new RebaselineDeclined(OPEN, 2, "The plan names no permit.", "Interior", "One adviser."));
        released(asked(3, "2027-03-31"));
        history.says(CZAR, new RebaselineApproved(OPEN, 3, "The permit is out.", "Interior", ""));

        List<ProgramPage.Baseline> baselines = baselines(czar());

        assertThat(baselines.stream().map(ProgramPage.Baseline::baseline)).containsExactly(1, 2, 3);
        assertThat(baselines.stream().map(ProgramPage.Baseline::kind))
                .containsExactly(BaselineKind.FIRST, BaselineKind.REBASELINE, BaselineKind.REBASELINE);
        assertThat(baselines.stream().map(ProgramPage.Baseline::status))
                .containsExactly("APPROVED", "DECLINED", "APPROVED");
        assertThat(baselines.stream().map(ProgramPage.Baseline::decidedBy))
                .containsExactly("energy.approver", "czar", "czar");
        ProgramPage.Request declined = Objects.requireNonNull(baselines.get(1).request());
        assertThat(declined.reason()).isEqualTo(RebaselineReason.PERMITTING);
        assertThat(declined.consulted()).isEqualTo("the State");
        assertThat(declined.determination())
                .extracting(
                        ProgramPage.Determination::text,
                        ProgramPage.Determination::consulted,
                        ProgramPage.Determination::dissent)
                .containsExactly("The plan names no permit.", "Interior", "One adviser.");
    }

    @Test
    void a_request_shows_every_slip_side_by_side() {
        released(asked(2, "2027-06-30"));

        Change change = Objects.requireNonNull(baselines(czar()).get(1).request())
                .dates()
                .getFirst();

        assertThat(change.title()).isEqualTo("First product");
        assertThat(change.before()).isEqualTo(change.original());
        assertThat(change.moveDays()).isEqualTo(365);
        assertThat(change.untilDecided()).isEqualTo(measured("2026-12-31", 184, 184, -181));
        assertThat(change.onceDecided()).as("if it were approved").isEqualTo(measured("2027-06-30", 365, 365, 0));
        assertThat(change.downstream())
                .as("the date asked for would move the end of the program")
                .isEqualTo(new Downstream(0, List.of(), 365));
    }

    /** There is one report, so nothing slipped since the last. */
    private static Measured measured(String expected, long vsOriginal, long vsBefore, long vsAfter) {
        return new Measured(
                new StatedDate(LocalDate.parse(expected), Precision.DAY, ""),
                vsOriginal,
                vsBefore,
                vsAfter,
                null,
                false);
    }

    @Test
    void what_a_decision_was_made_on_stays_beside_what_became_of_it() {
        released(asked(2, "2027-06-30"));
        history.says(CZAR, new RebaselineApproved(OPEN, 2, "Yes.", "nobody", ""));
        assertThat(change().untilDecided()).isEqualTo(measured("2026-12-31", 184, 184, -181));
        assertThat(change().onceDecided()).isEqualTo(measured("2027-06-30", 365, 365, 0));

        released(
                history.says(ENERGY_STAFF, Story.forecast(OPEN, FIRST, "2027-09-30", null, "later", on("2025-08-01"))));
        assertThat(change().untilDecided()).isEqualTo(measured("2026-12-31", 184, 184, -181));
        assertThat(change().onceDecided())
                .extracting(Measured::vsOriginalDays, Measured::vsAfterDays, Measured::sinceLastReportDays)
                .containsExactly(457L, 92L, 273L);
    }

    @Test
    void a_report_made_after_the_request_is_what_is_expected_whatever_is_decided() {
        released(
                asked(2, "2027-06-30"),
                history.says(ENERGY_STAFF, Story.forecast(OPEN, FIRST, "2027-09-30", null, "later", on("2025-08-01"))));
        assertThat(change().onceDecided()).isEqualTo(change().untilDecided());
        assertThat(change().onceDecided().vsAfterDays()).isEqualTo(92);
    }

    @Test
    void what_was_declined_changes_nothing_of_what_is_expected() {
        released(asked(2, "2027-06-30"));
        history.says(CZAR, new RebaselineDeclined(OPEN, 2, "No.", "nobody", ""));
        assertThat(change().onceDecided()).isEqualTo(measured("2026-12-31", 184, 184, -181));
        assertThat(change().untilDecided()).isEqualTo(change().onceDecided());
    }

    @Test
    void what_was_released_after_the_decision_was_not_what_it_was_made_on() {
        released(asked(2, "2027-06-30"));
        long kept =
                history.says(ENERGY_STAFF, Story.forecast(OPEN, FIRST, "2027-09-30", null, "later", on("2025-08-01")));
        history.says(CZAR, new RebaselineApproved(OPEN, 2, "Yes.", "nobody", ""));
        released(kept);
        assertThat(change().untilDecided()).isEqualTo(measured("2026-12-31", 184, 184, -181));
        assertThat(change().onceDecided().vsOriginalDays()).isEqualTo(457);
        assertThat(change(Looking.asAuditor(history, TODAY)).untilDecided())
                .as("an auditor sees what the office did not")
                .isEqualTo(change().untilDecided());
    }

    @Test
    void what_was_struck_after_the_decision_was_what_it_was_made_on() {
        released(asked(2, "2027-06-30"));
        long struck =
                history.says(ENERGY_STAFF, Story.forecast(OPEN, FIRST, "2027-09-30", null, "later", on("2025-08-01")));
        released(struck);
        history.says(CZAR, new RebaselineApproved(OPEN, 2, "Yes.", "nobody", ""));
        released(history.says(ENERGY_STAFF, new EntryCorrected(ENERGY, struck, "mistyped", on("2025-08-02"))));
        assertThat(change().untilDecided().vsOriginalDays()).isEqualTo(457);
        assertThat(change().onceDecided()).isEqualTo(measured("2027-06-30", 365, 365, 0));
        assertThat(LineageView.of(czar(), Looking.log(history), change().figure())
                        .rows())
                .extracting(row -> row.entry().position())
                .contains(struck);
    }

    @Test
    void what_the_office_knew_is_shown_only_as_far_as_the_viewer_may_see_it() {
        released(asked(2, "2027-06-30"));
        Provenance kept = new Provenance(
                LocalDate.of(2025, 8, 1),
                null,
                "a filing",
                Provenance.Confidence.HIGH,
                Provenance.Marking.PROPRIETARY,
                Provenance.Channel.TYPED);
        released(history.says(ENERGY_STAFF, Story.forecast(OPEN, FIRST, "2027-09-30", null, "later", kept)));
        history.says(CZAR, new RebaselineApproved(OPEN, 2, "Yes.", "nobody", ""));
        assertThat(change().untilDecided().vsOriginalDays()).isEqualTo(457);
        Sight defense = Looking.as(Audience.of(History.DEFENSE), history, TODAY);
        assertThat(change(defense).untilDecided()).isEqualTo(measured("2026-12-31", 184, 184, -181));
        assertThat(LineageView.of(defense, Looking.log(history), change().figure())
                        .rows())
                .extracting(row -> row.entry().position())
                .doesNotContain(history.facts().size() - 2L);
    }

    @Test
    void what_was_reached_meanwhile_pushes_nobody_whatever_date_is_asked_for() {
        released(
                asked(2, "2027-06-30"),
                history.says(
                        ENERGY_STAFF,
                        new ActualReported(
                                OPEN,
                                FIRST,
                                new StatedDate(LocalDate.of(2025, 12, 31), Precision.DAY, ""),
                                null,
                                null,
                                "",
                                "a photograph",
                                on("2026-01-02"))));
        assertThat(change().onceDecided().vsOriginalDays()).isEqualTo(-181);
        assertThat(change().onceDecided().reached()).isTrue();
        assertThat(change().downstream()).isNull();
    }

    @Test
    void a_promise_that_moved_the_date_in_again_is_not_why_it_slipped() {
        released(asked(2, "2027-06-30"));
        history.says(CZAR, new RebaselineApproved(OPEN, 2, "Yes.", "nobody", ""));
        released(history.says(
                ENERGY_STAFF,
                new RebaselineRequested(
                        OPEN,
                        3,
                        RebaselineReason.FUNDING_CHANGE,
                        "More money came.",
                        "plan of 2026",
                        "nobody",
                        List.of(new NewDate(FIRST, LocalDate.of(2027, 3, 31), null, null)),
                        on("2025-09-01"))));
        history.says(CZAR, new RebaselineApproved(OPEN, 3, "Yes.", "nobody", ""));
        assertThat(row().promisedAnewFor()).isEqualTo(RebaselineReason.PERMITTING);
        assertThat(slippedBy(czar())).containsExactly("PROMISED_ANEW_PERMITTING");
    }

    private Change change() {
        return change(czar());
    }

    private Change change(Sight sight) {
        return Objects.requireNonNull(baselines(sight).get(1).request()).dates().getFirst();
    }

    @Test
    void a_date_promised_anew_has_the_reason_of_the_request_until_the_owner_says_another_date() {
        released(asked(2, "2027-06-30"));
        history.says(CZAR, new RebaselineApproved(OPEN, 2, "Yes.", "nobody", ""));

        assertThat(Looking.rows(czar())).singleElement().satisfies(row -> {
            assertThat(row.promisedAnewFor()).isEqualTo(RebaselineReason.PERMITTING);
            assertThat(row.narrative()).isNotEmpty();
        });
        assertThat(slippedBy(czar())).containsExactly("PROMISED_ANEW_PERMITTING");
    }

    @Test
    void a_doubt_ends_with_another_promise_that_was_asked_for_since_and_not_with_one_from_before() {
        released(history.says(
                ENERGY_STAFF, new DoubtReported(OPEN, FIRST, "", null, null, "unclear", on("2025-06-01"))));
        assertThat(row().inDoubt()).isTrue();
        released(asked(2, "2027-06-30"));
        assertThat(row().inDoubt()).as("asked for and not decided").isTrue();
        history.says(CZAR, new RebaselineApproved(OPEN, 2, "Yes.", "nobody", ""));
        assertThat(row().inDoubt()).isFalse();
        released(history.says(ENERGY_STAFF, new DoubtReported(OPEN, FIRST, "", null, null, "again", on("2026-12-31"))));
        assertThat(row().inDoubt()).isTrue();
    }

    private MilestoneRow row() {
        return Looking.rows(czar()).getFirst();
    }

    private static List<String> slippedBy(Sight sight) {
        return SlippageView.of(sight, Filter.ALL, null, Page.Request.FIRST).causes().stream()
                .map(Slippage.Share::name)
                .toList();
    }

    @Test
    void what_stood_before_a_decision_stays_what_it_was() {
        released(asked(2, "2027-06-30"));
        history.says(CZAR, new RebaselineApproved(OPEN, 2, "Yes.", "nobody", ""));
        released(asked(3, "2027-12-31"));
        history.says(CZAR, new RebaselineApproved(OPEN, 3, "Yes.", "nobody", ""));

        List<Change> changes = baselines(czar()).stream()
                .skip(1)
                .map(ProgramPage.Baseline::request)
                .map(Objects::requireNonNull)
                .map(request -> request.dates().getFirst())
                .toList();

        assertThat(changes.stream().map(Change::moveDays)).containsExactly(365L, 184L);
        assertThat(changes.stream().map(Change::moveFromOriginalDays)).containsExactly(365L, 549L);
    }

    @Test
    void a_released_request_waits_for_the_czars_office_until_it_is_decided() {
        long request = asked(2, "2027-06-30");
        assertThat(decisions(czar())).as("not released").isEmpty();
        assertThat(baselines(czar())).hasSize(1);
        assertThat(baselines(Looking.asEnergy(history, "energy", Role.AGENCY_STAFF)))
                .hasSize(2);
        released(request);
        assertThat(decisions(czar())).containsExactly("approve-rebaseline 2");
        assertThat(Decisions.ofBaselines(
                        Looking.asEnergy(history, "energy.approver", Role.AGENCY_APPROVER), (program, each) -> true))
                .as("nothing for the agency's approver to decide")
                .isEmpty();
        history.says(CZAR, new RebaselineDeclined(OPEN, 2, "No.", "nobody", ""));
        assertThat(decisions(czar())).isEmpty();
    }

    @Test
    void nothing_waits_in_a_cancelled_program() {
        released(asked(2, "2027-06-30"));
        history.says(CZAR, new ProgramCancelled(OPEN, "merged"));
        assertThat(decisions(czar())).isEmpty();
    }

    @Test
    void a_replaced_promise_opens_to_its_request_and_its_approval() {
        long request = asked(2, "2027-06-30");
        released(request);
        long approval = history.says(CZAR, new RebaselineApproved(OPEN, 2, "Yes.", "nobody", ""));

        Lineage current = LineageView.of(czar(), Looking.log(history), Figures.date(FIRST, "current"));
        Lineage original = LineageView.of(czar(), Looking.log(history), Figures.date(FIRST, "original"));

        assertThat(current.value()).isEqualTo("2027-06-30");
        assertThat(current.rows().stream().map(row -> row.entry()).map(EventRow::position))
                .containsExactly(request, approval);
        assertThat(original.value()).isEqualTo("2026-06-30");
        assertThat(original.rows()).hasSize(1);
    }

    @Test
    void neither_slip_is_ever_seen_alone() {
        long request = asked(2, "2027-06-30");
        released(request);
        long approval = history.says(CZAR, new RebaselineApproved(OPEN, 2, "Yes.", "nobody", ""));

        Lineage slip = LineageView.of(czar(), Looking.log(history), Figures.slip(FIRST));

        assertThat(slip.value()).isEqualTo("365 days");
        assertThat(slip.working())
                .isEqualTo("2027-06-30 − 2026-06-30 = 365 days."
                        + " Against the current baseline: 2027-06-30 − 2027-06-30 = 0 days."
                        + " That is less than the coarser period (day or day), so it is no slip.");
        assertThat(slip.rows().stream().map(row -> row.entry()).map(EventRow::position))
                .contains(request, approval);
        assertThat(Looking.rows(czar()))
                .singleElement()
                .extracting(MilestoneRow::slipVsOriginalDays, MilestoneRow::slipVsCurrentDays)
                .containsExactly(365L, 0L);
    }

    @Test
    void a_date_that_was_asked_for_opens_to_its_promises_its_request_and_its_decision() {
        long request = asked(2, "2027-06-30");
        released(request);
        long verdict = history.says(CZAR, new RebaselineDeclined(OPEN, 2, "No.", "nobody", ""));
        Change change = Objects.requireNonNull(baselines(czar()).get(1).request())
                .dates()
                .getFirst();

        Lineage lineage = LineageView.of(czar(), Looking.log(history), change.figure());

        assertThat(lineage.value()).isEqualTo("365 days");
        assertThat(lineage.working())
                .contains("2027-06-30 − 2026-06-30 = 365 days.")
                .contains("When it was decided, slip against the first promise: 2026-12-31 − 2026-06-30 = 184 days.")
                .contains("As things are, slip against the date asked for: 2026-12-31 − 2027-06-30 = −181 days.");
        assertThat(lineage.rows()).hasSize(4);
        assertThat(lineage.rows().stream().map(row -> row.entry()).map(EventRow::position))
                .contains(request, verdict);
    }
}
