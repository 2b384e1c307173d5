package centralcommand.query.server.board;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.funding.FundingColumn;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.shared.Role;
import centralcommand.query.contract.board.Headline;
import centralcommand.query.contract.board.MilestoneBoard;
import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.board.MilestoneStatus;
import centralcommand.query.contract.board.StatedDay;
import centralcommand.query.contract.funding.Funding.ColumnTotal;
import centralcommand.query.server.funding.FundingView;
import centralcommand.query.server.portfolio.Audience;
import centralcommand.query.server.portfolio.World;
import centralcommand.query.server.told.History;
import centralcommand.query.server.told.Sample;
import centralcommand.query.server.view.Asker;
import centralcommand.query.server.view.Filter;
import centralcommand.query.server.view.Page;
import centralcommand.query.server.view.Sight;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleBoardTest {
    private static final History HISTORY = Sample.history();
    private static final World WORLD = HISTORY.world();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static Sight czar(@Nullable LocalDate statedBy) {
        return Sight.of(
                WORLD,
                Audience.CZAR,
                new Asker("czar", null, Set.of(Role.CZAR)),
                statedBy == null ? TODAY : statedBy,
                null,
                statedBy,
                HISTORY.past(TODAY));
    }

    private static MilestoneBoard board(@Nullable LocalDate statedBy) {
        return MilestoneBoardView.of(czar(statedBy), Filter.ALL, null, null, Page.Request.FIRST);
    }

    private static MilestoneRow row(MilestoneBoard board, String id) {
        return board.rows().stream()
                .filter(row -> row.milestoneId().equals(new MilestoneId(id)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void those_who_wait_are_named_as_people_call_them() {
        MilestoneRow row = row(board(null), "rer-demo-ops");

        assertThat(row.waitedForBy()).containsExactly("rer-bearlodge");
        assertThat(row.waitedForByNames()).containsExactly("Bear Lodge mine and processing");
    }

    @Test
    void slips_rank_as_worked_out_by_hand_greatest_first() {
        assertThat(board(null).rows().stream().limit(11).map(row -> row.milestoneId() + " " + row.slipVsOriginalDays()))
                .containsExactly(
                        "arafura-fid 1399",
                        "doe-ree-open 1250",
                        "ucore-first-prod 1096",
                        "mp-st2-ndpr 1003",
                        "usar-still-prod 821",
                        "rer-demo-ops 577",
                        "rer-construct 490",
                        "ef-phase2 456",
                        "mp-ind-metal 388",
                        "dfars-effect 365",
                        "lynas-hre-ops 365");
    }

    @ParameterizedTest
    @CsvSource({
        "arafura-fid, NO_REPORT, false", "doe-ree-open, DONE_LATE, true", "ucore-first-prod, LATE, false",
        "mp-st2-ndpr, DONE_LATE, true", "usar-still-prod, NO_REPORT, false", "rer-demo-ops, IN_DOUBT, false",
        "mp-ind-metal, DONE_LATE, true", "lynas-hre-ops, IN_DOUBT, false", "evac-ops, DONE, true",
        "doe-ree-select, DONE, true", "dod-2027, ON_TRACK, false", "aus-1bn, NO_REPORT, false",
        "ef-phase2, LATE, false", "mri-map, ON_TRACK, false", "she-decision, IN_DOUBT, false",
        "eu-mou, DONE_LATE, true", "wvu-phase1, NO_REPORT, false", "mp-10x-ground, DONE, true"
    })
    void status_follows_from_what_was_reported(String id, MilestoneStatus status, boolean closed) {
        MilestoneRow row = row(board(null), id);
        assertThat(row.status()).isEqualTo(status);
        assertThat(row.closed()).isEqualTo(closed);
    }

    @Test
    void a_slip_between_periods_comes_with_the_least_and_the_most_it_can_be() {
        assertThat(row(board(null), "ucore-first-prod").slipInterval()).containsExactly(913L, 1460L);
    }

    @Test
    void a_move_smaller_than_the_coarser_period_is_no_slip_and_one_as_wide_is() {
        MilestoneBoard board = board(null);
        assertThat(row(board, "evac-ops").withinPrecision()).isTrue();
        assertThat(row(board, "lynas-hre-ops").withinPrecision()).isFalse();
    }

    @Test
    void only_what_was_stated_by_a_day_counts_when_looking_from_that_day() {
        MilestoneRow row = row(board(LocalDate.of(2024, 1, 1)), "ucore-first-prod");
        assertThat(row.forecast()).extracting(StatedDay::date).isEqualTo(LocalDate.of(2025, 6, 30));
    }

    @Test
    void coverage_tells_how_many_programs_have_no_dated_milestone() {
        assertThat(board(null).coverage().sentence()).startsWith("27 of 55 programs have no dated milestone;");
    }

    @ParameterizedTest
    @CsvSource({
        "SAID, 7498000000, 0", "CONDITIONAL, 2021000000, 0", "BOUND, 848860000, 3",
        "PAID, 442273000, 0", "AUTHORITY, 3740000000, 0", "UNKNOWN, 10168999999, 0"
    })
    void money_adds_up_within_its_column_without_what_is_replaced_or_part_of_another(
            FundingColumn column, long total, int withoutAmount) {
        List<ColumnTotal> columns = FundingView.columns(FundingView.rows(czar(null), Filter.ALL), Filter.ALL).stream()
                .filter(each -> each.column() == column)
                .toList();
        assertThat(columns).hasSize(1);
        assertThat(columns.getFirst().total().amount()).isEqualByComparingTo(BigDecimal.valueOf(total));
        if (column == FundingColumn.BOUND) {
            assertThat(columns.getFirst().withoutAmount()).isEqualTo(withoutAmount);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "arafura-nolans, SAID, 300000000, 1",
        "mp-hree, BOUND, 35000000, 1",
        "rer-upton, BOUND, 24200000, 1",
        "us-australia-framework, SAID, 3200000000, 2"
    })
    void money_of_a_program_counts_there_though_it_is_part_of_a_total_of_another(
            String program, FundingColumn column, BigDecimal amount, int lines) {
        Filter own = new Filter(null, null, null, new ProgramId(program), null);
        ColumnTotal total = FundingView.columns(FundingView.rows(czar(null), own), own).stream()
                .filter(each -> each.column() == column)
                .findFirst()
                .orElseThrow();
        assertThat(total.total().amount()).isEqualByComparingTo(amount);
        assertThat(total.lines()).isEqualTo(lines);
    }

    @Test
    void a_column_to_which_no_amount_was_added_names_no_sum() {
        Filter own = new Filter(null, null, null, new ProgramId("usar-stillwater"), null);
        assertThat(FundingView.columns(FundingView.rows(czar(null), own), own).stream()
                        .filter(total -> total.lines() == 0)
                        .map(ColumnTotal::sentence))
                .contains("No amount said; 1 line left out as replaced by or part of another.")
                .allSatisfy(sentence -> assertThat(sentence).doesNotContain("USD 0"));
    }

    @Test
    void three_sentences_tell_tonnes_time_and_money_and_no_sum_across_columns() {
        assertThat(board(null).headlines().stream().map(Headline::sentence))
                .containsExactly(
                        "For 2028, 29,600 t of NdFeB magnets a year are planned and 2,000 t installed, against a target of"
                                + " 10,000 t (MP total magnet capacity assured by DoD offtake); what is made of them now is not on file."
                                + " As far as figures are on file, the stage that holds the chain back is metal and alloy."
                                + " Of the plans, 1,200 t belong to"
                                + " programs with a date that is late, in doubt or passed in silence; 28,400 t are left"
                                + " without them.",
                        "Nothing stated in November 2026 made a date worse; the latest bad news is of April 2026, when 1"
                                + " date got worse, that of “EU-U.S. memorandum signed” by 49 days; no cause was given. The"
                                + " largest slip still open is “Nolans final investment decision” (Commerce): 1,399 days"
                                + " (between 1,219 and 1,429 days) after its first promise; reported cause: “Final approval"
                                + " of a German Raw Materials Fund stake of 50M euro still outstanding; new funding vehicle"
                                + " slower than expected”; its date on file, Jun 30, 2026, has passed without a word.",
                        "USD 7.498 billion said, USD 2.021 billion conditional, USD 848.86 million bound (and 3 lines"
                                + " without an amount) and USD 442.273 million paid; of USD 10,168,999,999 the sources do"
                                + " not say how firm it is, and USD 3.74 billion is authority to spend, no deal. These are"
                                + " never added to each other; 16 lines are left out as replaced by or part of another.");
    }
}
