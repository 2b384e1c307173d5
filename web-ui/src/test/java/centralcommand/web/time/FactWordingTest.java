package centralcommand.web.time;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.capacity.Material;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.Cause;
import centralcommand.command.contract.schedule.CauseBasis;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.shared.Money;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Tonnes;
import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.board.MilestoneStatus;
import centralcommand.query.contract.schedule.Downstream;
import centralcommand.query.contract.schedule.Handoffs.Push;
import centralcommand.web.Answers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactWordingTest {

    private final FactWording facts = new FactWording(new Wording());

    @ParameterizedTest
    @CsvSource({
        "2026-06-30, DAY, 'Jun 30, 2026'",
        "2026-06-30, MONTH, June 2026",
        "2026-03-31, QUARTER, Q1 2026",
        "2026-12-31, QUARTER, Q4 2026",
        "2026-05-31, SEASON, spring 2026",
        "2026-11-30, SEASON, autumn 2026",
        "2027-02-28, SEASON, winter 2026–2027",
        "2026-06-30, HALF, first half of 2026",
        "2026-12-31, HALF, second half of 2026",
        "2026-03-31, EARLY_YEAR, early 2026",
        "2026-06-30, MID_YEAR, mid-2026",
        "2026-12-31, LATE_YEAR, late 2026",
        "2026-12-31, YEAR, 2026",
        "2026-09-30, FISCAL_YEAR, 'fiscal year to Sep 30, 2026'"
    })
    void a_date_is_written_as_exactly_as_it_was_said(LocalDate last, Precision precision, String words) {
        assertThat(facts.period(last, precision)).isEqualTo(words);
    }

    @Test
    void a_slip_is_told_in_days_with_what_its_precision_leaves_open() {
        assertThat(facts.slip(slip(1096L, List.of(913L, 1460L), false))).isEqualTo("1,096 days; between 913 and 1,460");
        assertThat(facts.slip(slip(1L, null, false))).isEqualTo("1 day");
        assertThat(facts.slip(slip(0L, null, false))).isEqualTo("0 days");
        assertThat(facts.slip(slip(-29L, null, false))).isEqualTo("29 days early");
        assertThat(facts.slip(slip(-400L, List.of(-490L, -311L), false)))
                .isEqualTo("400 days early; between 311 and 490");
        assertThat(facts.slip(slip(100L, List.of(-5L, 189L), false)))
                .isEqualTo("100 days; between 5 early and 189 late");
        assertThat(facts.slip(slip(89L, List.of(1L, 177L), true))).isEqualTo("within precision (+89 d)");
        assertThat(facts.slip(slip(-89L, List.of(-177L, -1L), true))).isEqualTo("within precision (−89 d)");
        assertThat(facts.slip(slip(null, null, false))).isEqualTo("none");
    }

    @Test
    void a_push_is_told_with_whom_it_moves_furthest_and_with_the_end() {
        Push opening = new Push(
                new MilestoneId("opening"),
                "Opening",
                new ProgramId("plant"),
                LocalDate.of(2026, 12, 1),
                LocalDate.of(2027, 3, 1),
                90);
        assertThat(facts.downstream(new Downstream(0, List.of(), 0))).isEqualTo("pushes nobody");
        assertThat(facts.downstream(new Downstream(0, List.of(), 30)))
                .isEqualTo("pushes its program's end by 30 days, and nobody who waits");
        assertThat(facts.downstream(new Downstream(1, List.of(opening), 0)))
                .isEqualTo("pushes 1 milestone by up to 90 days, and its program's end not at all");
        assertThat(facts.downstream(new Downstream(7, List.of(opening), 1)))
                .isEqualTo("pushes 7 milestones by up to 90 days, and its program's end by 1 day");
    }

    @Test
    void a_cause_that_is_an_act_is_told_with_its_reason() {
        assertThat(facts.cause("PROMISED_ANEW_OVER_TARGET")).isEqualTo("Promised anew: over target");
        assertThat(facts.cause("PAUSED_LITIGATION")).isEqualTo("Paused: litigation");
    }

    @Test
    void a_slip_beside_a_mark_is_as_short_as_it_can_be() {
        assertThat(facts.shortSlip(slip(577L, null, false))).isEqualTo("+577 d");
        assertThat(facts.shortSlip(slip(-29L, null, false))).isEqualTo("−29 d");
        assertThat(facts.shortSlip(slip(28L, null, true))).isEqualTo("within precision");
        assertThat(facts.shortSlip(slip(0L, null, false))).isEmpty();
        assertThat(facts.shortSlip(slip(null, null, false))).isEmpty();
    }

    @Test
    void a_change_is_told_with_a_day_as_on_every_page_and_all_else_as_it_stands() {
        assertThat(facts.told("2026-06-30")).isEqualTo("Jun 30, 2026");
        assertThat(facts.told("done late")).isEqualTo("done late");
        assertThat(facts.told("")).isEqualTo("none");
    }

    @Test
    void a_part_of_a_list_says_of_how_many_it_is() {
        assertThat(facts.shownOf(20, 38)).isEqualTo("20 of 38 milestones");
        assertThat(facts.shownOf(1, 1)).isEqualTo("1 milestone");
    }

    @Test
    void what_a_target_rests_on_does_not_repeat_its_kind() {
        assertThat(facts.basis("DERIVED_DEMAND: 92 t said to be 34%")).isEqualTo("92 t said to be 34%");
        assertThat(facts.basis("plan: 2027")).isEqualTo("plan: 2027");
    }

    @Test
    void silence_has_an_age_or_has_lasted_since_the_baseline() {
        assertThat(facts.heard(slip(1L, null, false))).isEqualTo("203 days ago");
    }

    @Test
    void money_and_tonnes_are_written_in_full_and_absent_ones_are_not_zero() {
        assertThat(facts.money(Money.usd("848860000"))).isEqualTo("USD 848,860,000");
        assertThat(facts.money(Money.usd("0.05"))).isEqualTo("USD 0.05");
        assertThat(facts.money(null)).isEqualTo("no amount");
        assertThat(facts.tonnes(new Tonnes(new BigDecimal("12.5")))).isEqualTo("12.5 t");
        assertThat(facts.tonnes(new Tonnes(BigDecimal.ZERO))).isEqualTo("0 t");
        assertThat(facts.tonnes(null)).isEqualTo("none");
        assertThat(facts.total(Money.usd("0"), 1)).isEqualTo("USD 0");
        assertThat(facts.total(Money.usd("0"), 0)).as("no line names an amount").isEqualTo("no amount");
    }

    @Test
    void codes_are_words() {
        assertThat(facts.name(Material.NDPR_OXIDE)).isEqualTo("NdPr oxide");
        assertThat(facts.name(Cause.CUSTOMER_QUALIFICATION)).isEqualTo("Customer qualification");
        assertThat(facts.name(null)).isEqualTo("none");
        assertThat(facts.cause(Cause.SITE, CauseBasis.CONTEXT)).isEqualTo("Site (context, not proof of cause)");
        assertThat(facts.cause("NONE_GIVEN")).isEqualTo("No cause given");
        assertThat(facts.cause("IN_WORDS_ONLY")).isEqualTo("Told in words, none chosen");
    }

    private static MilestoneRow slip(@Nullable Long days, @Nullable List<Long> interval, boolean withinPrecision) {
        return Answers.row("m-1", "Milestone", null, null, null, MilestoneStatus.LATE, days, interval, withinPrecision);
    }
}
