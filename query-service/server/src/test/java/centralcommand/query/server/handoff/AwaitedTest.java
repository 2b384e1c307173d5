package centralcommand.query.server.handoff;

import static centralcommand.query.server.handoff.Yard.ID;
import static centralcommand.query.server.handoff.Yard.MINE;
import static centralcommand.query.server.handoff.Yard.OPENING;
import static centralcommand.query.server.handoff.Yard.ORE;
import static centralcommand.query.server.handoff.Yard.PLANT;
import static centralcommand.query.server.handoff.Yard.RATED;
import static centralcommand.query.server.told.History.DEFENSE_STAFF;
import static centralcommand.query.server.told.History.ENERGY;
import static centralcommand.query.server.told.History.ENERGY_STAFF;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.handoff.HandoffEvent.HandoffAccepted;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffConfirmed;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.StatedDate;
import centralcommand.query.contract.history.Lineage;
import centralcommand.query.contract.schedule.HiddenSlips;
import centralcommand.query.contract.schedule.ProgramSchedule;
import centralcommand.query.server.lineage.LineageView;
import centralcommand.query.server.network.Disclosure;
import centralcommand.query.server.network.Outlook;
import centralcommand.query.server.network.Outlook.Span;
import centralcommand.query.server.portfolio.Audience;
import centralcommand.query.server.schedule.HiddenSlipsView;
import centralcommand.query.server.schedule.ProgramScheduleView;
import centralcommand.query.server.told.History;
import centralcommand.query.server.told.Looking;
import centralcommand.query.server.view.Filter;
import centralcommand.query.server.view.Sight;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Promises between programs as parts of the network. */
class AwaitedTest {
    private static Outlook network(Yard yard, String today) {
        return Disclosure.outlook(auditor(yard, today));
    }

    private static Sight auditor(Yard yard, String today) {
        return yard.seenBy(Audience.AUDITOR, today);
    }

    private static Span on(String date) {
        return new Span(LocalDate.parse(date), LocalDate.parse(date));
    }

    @Test
    void what_is_only_asked_for_moves_nothing() {
        Outlook asked = network(new Yard().asked(), "2026-05-01");
        assertThat(asked.implied(OPENING)).isEmpty();
        assertThat(asked.awaited(OPENING)).isEmpty();
    }

    @Test
    void a_promised_day_implies_the_date_of_the_one_who_waits_and_of_those_behind() {
        Outlook promised = network(new Yard().promised("2026-07-15"), "2026-05-01");
        assertThat(promised.implied(OPENING)).contains(on("2026-07-15"));
        assertThat(promised.hidden().get(OPENING))
                .isNotNull()
                .satisfies(slip -> assertThat(slip.days()).isEqualTo(15));
        assertThat(promised.implied(RATED)).contains(on("2026-07-15"));
        assertThat(promised.hidden()).doesNotContainKey(RATED);
    }

    @Test
    void precision_of_a_promise_is_carried_through() {
        Yard yard = new Yard().asked();
        yard.says(
                DEFENSE_STAFF,
                new HandoffAccepted(
                        ID,
                        new StatedDate(LocalDate.of(2026, 7, 31), Precision.MONTH, ""),
                        "",
                        History.on("2026-01-03")));
        Outlook promised = network(yard, "2026-05-01");
        assertThat(promised.implied(OPENING)).contains(new Span(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 7, 31)));
        assertThat(promised.hidden().get(OPENING))
                .as("31 days, as wide as July")
                .isNotNull();
    }

    @Test
    void the_giving_milestone_holds_up_until_the_receiver_confirms_the_delivery() {
        Yard yard = new Yard().promised("2026-06-15").expects(MINE, ORE, "2026-09-30", Precision.DAY);
        assertThat(network(yard, "2026-05-01").implied(OPENING)).contains(on("2026-09-30"));
        assertThat(network(yard, "2026-05-01").impliedPath(OPENING)).containsExactly(ORE, OPENING);
        yard.delivered("2026-06-20");
        assertThat(network(yard, "2026-06-21").implied(OPENING)).contains(on("2026-09-30"));
        yard.says(ENERGY_STAFF, new HandoffConfirmed(ID, "", History.on("2026-06-22")));
        assertThat(network(yard, "2026-06-23").implied(OPENING)).contains(on("2026-06-20"));
    }

    @Test
    void what_is_overdue_cannot_come_before_today() {
        Yard yard = new Yard().promised("2026-06-15");
        assertThat(network(yard, "2026-06-15").implied(OPENING)).contains(on("2026-06-15"));
        assertThat(network(yard, "2026-07-20").implied(OPENING)).contains(on("2026-07-20"));
        assertThat(network(yard, "2026-07-21").implied(OPENING)).contains(on("2026-07-21"));
    }

    @Test
    void another_day_of_the_giver_counts_from_when_it_is_asked_for_and_one_of_the_receiver_never() {
        Yard giver = new Yard().promised("2026-06-15").proposes(DEFENSE_STAFF, "2026-08-14");
        assertThat(network(giver, "2026-05-10").implied(OPENING)).contains(on("2026-08-14"));
        Yard receiver = new Yard().promised("2026-06-15").proposes(ENERGY_STAFF, "2026-08-14");
        assertThat(network(receiver, "2026-05-10").implied(OPENING)).contains(on("2026-06-15"));
    }

    @Test
    void the_pages_name_the_hand_off_that_decides() {
        Yard yard = new Yard().promised("2026-07-15");
        HiddenSlips.Row slip = HiddenSlipsView.of(auditor(yard, "2026-05-01"), Filter.ALL)
                .rows()
                .getFirst();
        assertThat(slip.implied().drivenBy()).isNull();
        assertThat(slip.implied().handoffId()).isEqualTo(ID);
        assertThat(slip.drivenBy()).isEqualTo("the hand-off of 200 t of ore");
        assertThat(slip.drivenByOn()).isEqualTo("2026-07-15");
        ProgramSchedule schedule = ProgramScheduleView.of(auditor(yard, "2026-05-01"), PLANT);
        assertThat(schedule.links())
                .filteredOn(tie -> tie.to().equals(OPENING))
                .singleElement()
                .satisfies(tie -> {
                    assertThat(tie.from()).isEqualTo(ORE);
                    assertThat(tie.handoffId()).isEqualTo(ID);
                    assertThat(tie.linkId()).isNull();
                });
        Lineage lineage = LineageView.of(auditor(yard, "2026-05-01"), Looking.log(yard.history), "implied/" + OPENING);
        assertThat(lineage.rows().stream().map(Lineage.Contribution::contributes))
                .contains("handed over on 2026-07-15");
        assertThat(lineage.working()).startsWith("the hand-off of “200 t of ore” on 2026-07-15, then this one.");
    }

    @Test
    void a_hand_off_is_named_where_the_milestone_that_gives_decides() {
        Yard yard = new Yard().promised("2026-06-15").expects(MINE, ORE, "2026-09-30", Precision.DAY);
        HiddenSlips.Row slip = HiddenSlipsView.of(auditor(yard, "2026-05-01"), Filter.ALL).rows().stream()
                .filter(row -> row.milestone().milestoneId().equals(OPENING))
                .findFirst()
                .orElseThrow();
        assertThat(slip.implied().drivenBy()).isEqualTo(ORE);
        assertThat(slip.implied().handoffId()).isEqualTo(ID);
        assertThat(slip.drivenBy()).isEqualTo("First ore (The mine), the hand-off of 200 t of ore");
        assertThat(slip.drivenByOn()).isEqualTo("2026-09-30");
    }

    @Test
    void a_receiver_sees_first_that_its_date_cannot_hold() {
        Yard yard = new Yard().promised("2026-07-15");
        String day = "2026-01-05";
        assertThat(Disclosure.outlook(yard.seenBy(Audience.of(ENERGY), day)).hidden())
                .containsKey(OPENING);
        Outlook czar = Disclosure.outlook(yard.seenBy(Audience.CZAR, day));
        assertThat(czar.hidden()).isEmpty();
        assertThat(czar.implied(OPENING)).isEmpty();
        assertThat(czar.awaited(OPENING)).isEmpty();
    }
}
