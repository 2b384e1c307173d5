package centralcommand.query.server.network;

import static centralcommand.query.server.told.Chain.id;
import static centralcommand.query.server.told.Chain.promised;
import static centralcommand.query.server.told.History.DEFENSE;
import static centralcommand.query.server.told.History.ENERGY;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.query.contract.schedule.Downstream;
import centralcommand.query.contract.schedule.Handoffs.Push;
import centralcommand.query.server.portfolio.Audience;
import centralcommand.query.server.told.Chain;
import centralcommand.query.server.told.Looking;
import centralcommand.query.server.view.Sight;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ore of 30 September, metal of 30 October and an opening of 15 December wait one for the other; a tour of the mine waits for the ore alone. */
class SlipsTest {
    private final Chain chain = new Chain()
            .agency(ENERGY)
            .agency(DEFENSE)
            .program(ENERGY, "ore", promised("ore-made", "2026-09-30"), promised("tour", "2027-06-30"))
            .program(DEFENSE, "metal", promised("metal-made", "2026-10-30"), promised("opening", "2026-12-15"))
            .link(ENERGY, "ore-to-tour", "ore/ore-made", "ore/tour")
            .link(DEFENSE, "ore-to-metal", "ore/ore-made", "metal/metal-made")
            .link(DEFENSE, "metal-to-opening", "metal/metal-made", "metal/opening")
            .until("2026-07-01");

    private Sight auditor() {
        return Looking.as(Audience.AUDITOR, chain.history(), LocalDate.parse("2026-07-02"));
    }

    private Downstream downstream(String milestone) {
        Sight sight = auditor();
        return Disclosure.outlook(sight)
                .downstream(sight.portfolio().milestone(id(milestone)).orElseThrow())
                .orElseThrow();
    }

    private static List<String> moved(Downstream downstream) {
        return downstream.furthest().stream().map(Push::toString).toList();
    }

    @Test
    void a_slip_moves_others_by_what_is_left_of_it_after_their_room() {
        chain.forecast(ENERGY, "ore/ore-made", "2026-12-31", "2026-07-01");

        Downstream downstream = downstream("ore-made");

        assertThat(moved(downstream)).containsExactly("metal-made +62", "opening +16");
        assertThat(downstream.milestones()).isEqualTo(2);
        assertThat(downstream.endDays()).as("the tour is later still").isZero();
    }

    @Test
    void a_slip_that_takes_room_alone_moves_nobody() {
        chain.forecast(ENERGY, "ore/ore-made", "2026-10-20", "2026-07-01");
        assertThat(downstream("ore-made")).isEqualTo(new Downstream(0, List.of(), 0));
    }

    @Test
    void the_last_of_a_program_moves_its_end() {
        chain.forecast(DEFENSE, "metal/opening", "2027-01-15", "2026-07-01");
        assertThat(downstream("opening")).isEqualTo(new Downstream(0, List.of(), 31));
    }

    @Test
    void what_others_are_late_by_themselves_is_none_of_it() {
        chain.forecast(ENERGY, "ore/ore-made", "2026-12-31", "2026-07-01")
                .forecast(DEFENSE, "metal/metal-made", "2027-01-31", "2026-07-01");
        assertThat(moved(downstream("ore-made"))).isEmpty();
        assertThat(moved(downstream("metal-made"))).containsExactly("opening +47");
    }

    @Test
    void without_a_slip_there_is_nothing_to_push() {
        Sight sight = auditor();
        assertThat(Disclosure.outlook(sight)
                        .downstream(sight.portfolio().milestone(id("ore-made")).orElseThrow()))
                .isEmpty();
    }

    @Test
    void another_day_can_be_tried_before_it_is_said() {
        Sight sight = auditor();
        Outlook outlook = Disclosure.outlook(sight);
        var ore = sight.portfolio().milestone(id("ore-made")).orElseThrow();
        assertThat(moved(outlook.downstream(ore, LocalDate.parse("2026-12-31")).orElseThrow()))
                .containsExactly("metal-made +62", "opening +16");
        assertThat(outlook.downstream(ore, LocalDate.parse("2026-09-30"))).isEmpty();
        assertThat(outlook.finish(id("opening"))).as("nothing is changed").contains(LocalDate.parse("2026-12-15"));
    }

    @Test
    void who_may_not_know_of_a_hidden_slip_is_not_told_by_what_pushes_it() {
        chain.forecast(ENERGY, "ore/ore-made", "2026-12-31", "2026-07-01");
        Sight czar = Looking.as(Audience.CZAR, chain.history(), LocalDate.parse("2026-07-02"));
        assertThat(Disclosure.outlook(czar)
                        .downstream(czar.portfolio().milestone(id("ore-made")).orElseThrow()))
                .contains(new Downstream(0, List.of(), 0));
    }
}
