package centralcommand.query.server.network;

import static centralcommand.query.server.told.Chain.id;
import static centralcommand.query.server.told.Chain.promised;
import static centralcommand.query.server.told.History.CZAR;
import static centralcommand.query.server.told.History.DEFENSE;
import static centralcommand.query.server.told.History.ENERGY;
import static centralcommand.query.server.told.History.on;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.calendar.CalendarEvent.ClosureDeclared;
import centralcommand.command.contract.calendar.ClosureId;
import centralcommand.command.contract.calendar.ClosureKind;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.ActivityEvent.HiddenSlipAnswered;
import centralcommand.command.contract.schedule.HiddenSlipAnswer;
import centralcommand.command.contract.shared.Agency;
import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.schedule.HiddenSlips;
import centralcommand.query.server.portfolio.Audience;
import centralcommand.query.server.schedule.HiddenSlipsView;
import centralcommand.query.server.told.Chain;
import centralcommand.query.server.told.History;
import centralcommand.query.server.told.Looking;
import centralcommand.query.server.view.Filter;
import centralcommand.query.server.view.Sight;
import centralcommand.schedule.calendar.WorkCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A slip arises on Wednesday, 1 July 2026; of the days that follow, Friday is a holiday: Independence Day, observed. */
class DisclosureTest {
    private static final Agency INTERIOR = new Agency("INTERIOR");
    private static final Audience OWNER = Audience.of(DEFENSE);

    /** Energy's ore, then Defense's metal, then Interior's magnets, a month between each. */
    private static Chain before() {
        return new Chain()
                .agency(ENERGY)
                .agency(DEFENSE)
                .agency(INTERIOR)
                .program(ENERGY, "ore", promised("ore-made", "2026-09-30"))
                .program(DEFENSE, "metal", promised("metal-made", "2026-10-30"))
                .program(INTERIOR, "magnets", promised("magnets-made", "2026-11-30"))
                .link(DEFENSE, "ore-to-metal", "ore/ore-made", "metal/metal-made")
                .link(INTERIOR, "metal-to-magnets", "metal/metal-made", "magnets/magnets-made");
    }

    private static final History LATE = before().until("2026-07-01")
            .forecast(ENERGY, "ore/ore-made", "2026-12-15", "2026-07-01")
            .history();

    private static List<String> hidden(Audience audience, History history, String day) {
        return slips(audience, history, day).rows().stream()
                .map(row -> row.milestone().milestoneId().value())
                .toList();
    }

    private static HiddenSlips slips(Audience audience, History history, String day) {
        return HiddenSlipsView.of(Looking.as(audience, history, LocalDate.parse(day)), Filter.ALL);
    }

    private static MilestoneRow row(Sight sight, String milestone) {
        return Looking.rows(sight).stream()
                .filter(row -> row.milestoneId().equals(id(milestone)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nobody_sees_any_before_it_arises() {
        assertThat(hidden(Audience.AUDITOR, LATE, "2026-06-30")).isEmpty();
    }

    @Test
    void its_owner_and_auditors_see_it_at_once() {
        assertThat(hidden(OWNER, LATE, "2026-07-01")).containsExactly("metal-made");
        assertThat(hidden(Audience.AUDITOR, LATE, "2026-07-01")).containsExactly("metal-made", "magnets-made");
    }

    @Test
    void the_owner_is_told_by_when_to_answer() {
        HiddenSlips.Row row = slips(OWNER, LATE, "2026-07-02").rows().getFirst();
        assertThat(row.answerBy()).isEqualTo("2026-07-06");
        assertThat(row.shownToOwnerOnly()).isTrue();
        assertThat(slips(OWNER, LATE, "2026-07-07").rows().getFirst().answerBy())
                .isNull();
    }

    /** Work stands still since 2 July; counted from there as if it began again on the next day, two business days end two days later. */
    @Test
    void while_a_lapse_of_the_owner_is_open_the_row_says_that_its_clock_stands_still() {
        History lapsed = before().until("2026-07-01")
                .forecast(ENERGY, "ore/ore-made", "2026-12-15", "2026-07-01")
                .history();
        lapsed.says(
                CZAR,
                new ClosureDeclared(
                        new ClosureId("lapse"),
                        DEFENSE,
                        ClosureKind.LAPSE_IN_APPROPRIATIONS,
                        LocalDate.parse("2026-07-02"),
                        null,
                        "no appropriation",
                        on("2026-07-01")));
        HiddenSlips.Row row = slips(OWNER, lapsed, "2026-07-08").rows().getFirst();
        assertThat(row.lapsedSince()).isEqualTo("2026-07-02");
        assertThat(row.answerBy()).isEqualTo("2026-07-10");
        assertThat(hidden(Audience.CZAR, lapsed, "2026-07-08")).isEmpty();
        assertThat(slips(OWNER, lapsed, "2026-07-01").rows().getFirst().lapsedSince())
                .isNull();
        assertThat(slips(OWNER, LATE, "2026-07-02").rows().getFirst().lapsedSince())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"2026-07-01,false", "2026-07-02,false", "2026-07-06,false", "2026-07-07,true", "2026-08-01,true"})
    void all_others_see_it_when_two_of_the_owners_business_days_have_passed(String day, boolean seen) {
        for (Audience audience : List.of(Audience.CZAR, Audience.PUBLIC, Audience.of(ENERGY), Audience.of(INTERIOR))) {
            assertThat(hidden(audience, LATE, day).contains("metal-made"))
                    .as("%s", audience)
                    .isEqualTo(seen);
        }
    }

    @Test
    void it_waits_on_the_owners_desk_until_it_is_answered() {
        Sight owner = Looking.as(OWNER, LATE, LocalDate.parse("2026-07-02"));
        assertThat(waiting(owner)).containsExactly("metal-made");
        assertThat(waiting(Looking.as(Audience.of(ENERGY), LATE, LocalDate.parse("2026-08-01"))))
                .as("what others see too is still its owner's to answer")
                .isEmpty();
    }

    private static List<String> waiting(Sight sight) {
        return HiddenSlipsView.waiting(
                        sight, Objects.requireNonNull(sight.audience().agency()))
                .stream()
                .map(row -> row.milestone().milestoneId().value())
                .toList();
    }

    @Test
    void until_then_nothing_tells_others_that_there_is_one() {
        Sight czar = Looking.as(Audience.CZAR, LATE, LocalDate.parse("2026-07-06"));
        assertThat(row(czar, "metal-made").implied()).isNull();
        assertThat(row(czar, "magnets-made").implied())
                .satisfies(implied -> assertThat(implied.last()).isEqualTo("2026-10-30"));
        assertThat(Disclosure.outlook(czar).finish(id("metal-made"))).contains(LocalDate.parse("2026-10-30"));
    }

    @ParameterizedTest
    @CsvSource({"2026-07-06,false,false", "2026-07-07,true,false", "2026-07-09,true,false", "2026-07-10,true,true"})
    void a_slip_behind_it_is_shown_to_its_own_owner_first_and_two_business_days_later_to_others(
            String day, boolean owner, boolean others) {
        assertThat(hidden(Audience.of(INTERIOR), LATE, day).contains("magnets-made"))
                .isEqualTo(owner);
        assertThat(hidden(Audience.CZAR, LATE, day).contains("magnets-made")).isEqualTo(others);
    }

    private static HiddenSlipAnswered answer(String statedOn) {
        return answer("2026-12-15", statedOn);
    }

    private static HiddenSlipAnswered answer(String impliedDate, String statedOn) {
        return new HiddenSlipAnswered(
                new ProgramId("metal"),
                id("metal-made"),
                LocalDate.parse(impliedDate),
                HiddenSlipAnswer.RECOVERED,
                "a second shift",
                on(statedOn));
    }

    @Test
    void all_see_it_with_the_owners_answer_once_the_owner_has_answered() {
        History answered = before().until("2026-07-01")
                .forecast(ENERGY, "ore/ore-made", "2026-12-15", "2026-07-01")
                .until("2026-07-02")
                .says(DEFENSE, answer("2026-07-02"))
                .history();
        assertThat(hidden(Audience.CZAR, answered, "2026-07-01")).isEmpty();
        HiddenSlips.Row row =
                slips(Audience.CZAR, answered, "2026-07-02").rows().getFirst();
        assertThat(row.answer()).satisfies(said -> assertThat(said.narrative()).isEqualTo("a second shift"));
        assertThat(row.answerBy()).isNull();
    }

    @Test
    void an_answer_to_an_earlier_slip_does_not_show_this_one() {
        History answered = before().until("2026-06-30")
                .says(DEFENSE, answer("2026-06-30"))
                .until("2026-07-01")
                .forecast(ENERGY, "ore/ore-made", "2026-12-15", "2026-07-01")
                .history();
        assertThat(hidden(Audience.CZAR, answered, "2026-07-06")).isEmpty();
        assertThat(hidden(Audience.CZAR, answered, "2026-07-07")).containsExactly("metal-made");
    }

    @Test
    void an_answer_to_another_date_is_shown_as_that_and_ends_nothing() {
        History answered = before().until("2026-07-01")
                .forecast(ENERGY, "ore/ore-made", "2026-12-15", "2026-07-01")
                .until("2026-07-02")
                .says(DEFENSE, answer("2026-12-14", "2026-07-02"))
                .history();

        assertThat(hidden(Audience.CZAR, answered, "2026-07-06")).isEmpty();
        assertThat(hidden(Audience.CZAR, answered, "2026-07-07")).containsExactly("metal-made");
        HiddenSlips.Row row = slips(OWNER, answered, "2026-07-02").rows().getFirst();
        assertThat(row.answerBy()).isEqualTo("2026-07-06");
        assertThat(row.answer())
                .satisfies(said -> assertThat(said.impliedDate())
                        .isEqualTo("2026-12-14")
                        .isNotEqualTo(row.implied().last()));
    }

    @Test
    void the_answer_to_the_date_that_is_shown_stands_before_a_later_one_to_another() {
        History answered = before().until("2026-07-01")
                .forecast(ENERGY, "ore/ore-made", "2026-12-15", "2026-07-01")
                .until("2026-07-02")
                .says(DEFENSE, answer("2026-07-02"))
                .says(DEFENSE, answer("2027-12-15", "2026-07-02"))
                .history();

        assertThat(slips(Audience.CZAR, answered, "2026-07-02")
                        .rows()
                        .getFirst()
                        .answer())
                .satisfies(said -> assertThat(said.impliedDate()).isEqualTo("2026-12-15"));
    }

    @ParameterizedTest
    @CsvSource({"2026-01-01", "2026-06-30", "2026-07-02"})
    void the_day_on_which_an_answer_is_said_to_be_given_makes_no_difference(String statedOn) {
        History answered = before().until("2026-07-01")
                .forecast(ENERGY, "ore/ore-made", "2026-12-15", "2026-07-01")
                .until("2026-07-02")
                .says(DEFENSE, answer(statedOn))
                .history();
        History before = before().until("2026-06-30")
                .says(DEFENSE, answer("2026-07-02"))
                .until("2026-07-01")
                .forecast(ENERGY, "ore/ore-made", "2026-12-15", "2026-07-01")
                .history();

        assertThat(hidden(Audience.CZAR, answered, "2026-07-02")).containsExactly("metal-made");
        assertThat(hidden(Audience.CZAR, before, "2026-07-02")).isEmpty();
    }

    @Test
    void what_was_shown_for_its_answer_stays_shown_when_its_date_moves_on() {
        History moved = before().until("2026-07-01")
                .forecast(ENERGY, "ore/ore-made", "2026-12-15", "2026-07-01")
                .until("2026-07-02")
                .says(DEFENSE, answer("2026-07-02"))
                .until("2026-07-03")
                .forecast(ENERGY, "ore/ore-made", "2026-12-20", "2026-07-03")
                .history();

        assertThat(hidden(Audience.CZAR, moved, "2026-07-03")).containsExactly("metal-made");
    }

    @Test
    void whoever_looks_back_sees_what_was_shown_then() {
        History later = before().until("2026-07-01")
                .forecast(ENERGY, "ore/ore-made", "2026-12-15", "2026-07-01")
                .until("2026-07-20")
                .forecast(DEFENSE, "metal/metal-made", "2026-12-31", "2026-07-20")
                .forecast(INTERIOR, "magnets/magnets-made", "2027-01-31", "2026-07-20")
                .history();
        assertThat(hidden(Audience.CZAR, later, "2026-07-20")).isEmpty();
        assertThat(hidden(Audience.CZAR, later, "2026-07-06")).isEmpty();
        assertThat(hidden(Audience.CZAR, later, "2026-07-10")).containsExactly("metal-made", "magnets-made");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-01,2026-07-06",
        "2026-07-02,2026-07-07",
        "2026-07-03,2026-07-07",
        "2026-07-06,2026-07-08",
    })
    void the_two_days_are_those_on_which_the_owner_works(String arose, String lastToAnswer) {
        WorkCalendar calendar = WorkCalendar.federal(List.of());
        LocalDate day = LocalDate.parse(arose);
        LocalDate shown = LocalDate.parse(lastToAnswer).plusDays(1);
        assertThat(Disclosure.lastDayToAnswer(day, calendar)).isEqualTo(lastToAnswer);
        assertThat(Disclosure.lastDayToArise(shown, calendar)).isAfterOrEqualTo(day);
        assertThat(Disclosure.lastDayToArise(shown.minusDays(1), calendar)).isBefore(day);
    }
}
