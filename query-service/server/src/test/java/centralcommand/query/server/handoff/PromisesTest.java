package centralcommand.query.server.handoff;

import static centralcommand.query.server.handoff.Yard.ID;
import static centralcommand.query.server.handoff.Yard.MINE;
import static centralcommand.query.server.handoff.Yard.OPENING;
import static centralcommand.query.server.handoff.Yard.ORE;
import static centralcommand.query.server.handoff.Yard.PLANT;
import static centralcommand.query.server.handoff.Yard.day;
import static centralcommand.query.server.told.History.DEFENSE;
import static centralcommand.query.server.told.History.DEFENSE_STAFF;
import static centralcommand.query.server.told.History.ENERGY;
import static centralcommand.query.server.told.History.ENERGY_STAFF;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.clearance.ClearanceEvent.EntriesReleased;
import centralcommand.command.contract.clearance.ClearanceEvent.EntryCorrected;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffAccepted;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffConfirmed;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffContested;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffDeclined;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffRequested;
import centralcommand.command.contract.handoff.HandoffId;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.LinkEnd;
import centralcommand.command.contract.schedule.LinkId;
import centralcommand.command.contract.schedule.LinkKind;
import centralcommand.command.contract.schedule.ScheduleEvent.MilestonesLinked;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Precision;
import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.history.Lineage;
import centralcommand.query.contract.schedule.Handoffs.Promise;
import centralcommand.query.contract.schedule.Handoffs.Push;
import centralcommand.query.contract.schedule.Handoffs.State;
import centralcommand.query.server.lineage.LineageView;
import centralcommand.query.server.portfolio.Audience;
import centralcommand.query.server.told.History;
import centralcommand.query.server.told.Looking;
import centralcommand.query.server.view.Csv;
import centralcommand.query.server.view.Filter;
import centralcommand.query.server.view.Sight;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromisesTest {
    private static final Agency INTERIOR = new Agency("INTERIOR");

    @Test
    void it_is_the_giver_s_turn_until_it_is_delivered_and_the_receiver_s_then() {
        Yard yard = new Yard().asked();
        assertThat(yard.on("2026-01-10").state()).isEqualTo(State.REQUESTED);
        assertThat(yard.on("2026-01-10").toAct()).isEqualTo(DEFENSE);
        yard.says(DEFENSE_STAFF, new HandoffAccepted(ID, day("2026-06-15"), "", History.on("2026-01-03")));
        assertThat(yard.on("2026-01-10").state()).isEqualTo(State.PROMISED);
        assertThat(yard.on("2026-01-10").toAct()).isEqualTo(DEFENSE);
        yard.delivered("2026-06-15");
        assertThat(yard.on("2026-06-20").toAct()).isEqualTo(ENERGY);
        yard.says(ENERGY_STAFF, new HandoffConfirmed(ID, "", History.on("2026-06-20")));
        assertThat(yard.on("2026-06-20").state()).isEqualTo(State.CONFIRMED);
        assertThat(yard.on("2026-06-20").toAct()).isNull();
        assertThat(yard.on("2026-06-20").broken()).isFalse();
    }

    @Test
    void a_promise_is_broken_by_its_day_passing_and_not_on_that_day() {
        Yard yard = new Yard().promised("2026-06-15");
        assertThat(yard.on("2026-06-15").broken()).isFalse();
        assertThat(yard.on("2026-06-15").lateDays()).isNull();
        Promise passed = yard.on("2026-06-16");
        assertThat(passed.broken()).isTrue();
        assertThat(passed.lateDays()).isEqualTo(1);
        assertThat(passed.reason())
                .isEqualTo("It was promised for Jun 15, 2026; that passed 1 day ago and nothing was delivered.");
    }

    @Test
    void a_promise_is_broken_by_a_delivery_after_it_and_kept_by_one_on_the_day() {
        assertThat(new Yard()
                        .promised("2026-06-15")
                        .delivered("2026-06-15")
                        .on("2026-07-01")
                        .broken())
                .isFalse();
        Promise late = new Yard().promised("2026-06-15").delivered("2026-06-25").on("2026-07-01");
        assertThat(late.broken()).isTrue();
        assertThat(late.lateDays()).isEqualTo(10);
        assertThat(late.pushes()).as("the opening has time until Jun 30").isEmpty();
    }

    @Test
    void a_delivery_is_the_word_of_its_giver_until_the_receiver_confirms_it() {
        Yard yard = new Yard()
                .promised("2026-06-15")
                .expects(MINE, ORE, "2026-09-30", Precision.DAY)
                .delivered("2026-04-30");
        Promise told = yard.on("2026-05-01");
        assertThat(told.state()).isEqualTo(State.DELIVERED);
        assertThat(told.delivered()).isEqualTo("2026-04-30");
        assertThat(told.broken()).isTrue();
        assertThat(told.lateDays()).isEqualTo(107);
        assertThat(told.pushes().stream().map(Push::toString)).containsExactly("opening +92", "rated +30");
        yard.says(ENERGY_STAFF, new HandoffConfirmed(ID, "", History.on("2026-05-02")));
        assertThat(yard.on("2026-05-03").broken()).isFalse();
        assertThat(yard.on("2026-05-03").pushes()).isEmpty();
    }

    @Test
    void who_said_in_time_that_it_is_delivered_is_not_late_because_nobody_confirms_it() {
        Yard yard = new Yard().promised("2026-06-15").delivered("2026-06-15");
        assertThat(yard.on("2026-07-20").lateDays()).isNull();
        Yard late = new Yard().promised("2026-06-15").delivered("2026-06-25");
        assertThat(late.on("2026-07-20").lateDays()).isEqualTo(10);
        assertThat(late.on("2026-07-20").reason())
                .isEqualTo("It was promised for Jun 15, 2026; that passed 10 days before its giver said that it is"
                        + " delivered, which is not confirmed.");
    }

    @Test
    void what_did_not_arrive_is_owed_as_before_with_the_contest_beside_it() {
        Yard yard = new Yard().promised("2026-06-15").delivered("2026-06-15");
        yard.says(ENERGY_STAFF, new HandoffContested(ID, "The truck was empty.", History.on("2026-06-17")));
        Promise contested = yard.on("2026-06-18");
        assertThat(contested.state()).isEqualTo(State.PROMISED);
        assertThat(contested.toAct()).isEqualTo(DEFENSE);
        assertThat(contested.delivered()).isNull();
        assertThat(contested.lateDays()).isEqualTo(3);
        assertThat(contested.contested()).satisfies(said -> {
            assertThat(said.by()).isEqualTo(ENERGY);
            assertThat(said.on()).isEqualTo("2026-06-17");
            assertThat(said.reason()).isEqualTo("The truck was empty.");
        });
        yard.delivered("2026-06-20");
        assertThat(yard.on("2026-06-20").contested()).isNull();
        assertThat(yard.on("2026-06-20").delivered()).isEqualTo("2026-06-20");
    }

    @Test
    void a_promise_is_broken_by_what_is_expected_of_its_milestone_beyond_precision() {
        Promise late = new Yard()
                .promised("2026-06-15")
                .expects(MINE, ORE, "2026-07-15", Precision.DAY)
                .on("2026-05-01");
        assertThat(late.broken()).isTrue();
        assertThat(late.lateDays()).isEqualTo(30);
        assertThat(late.reason())
                .isEqualTo(
                        "The milestone that gives it is expected Jul 15, 2026, 30 days after the promised Jun 15, 2026.");
        assertThat(new Yard()
                        .promised("2026-06-03")
                        .expects(MINE, ORE, "2026-06-30", Precision.MONTH)
                        .on("2026-05-01")
                        .broken())
                .as("27 days, less than a month is wide")
                .isFalse();
        assertThat(new Yard()
                        .promised("2026-06-02")
                        .expects(MINE, ORE, "2026-06-30", Precision.MONTH)
                        .on("2026-05-01")
                        .broken())
                .as("28 days, as wide as a month")
                .isTrue();
    }

    @Test
    void what_a_broken_promise_pushes_is_shown_down_to_the_end_of_the_program_that_waits() {
        Promise late = new Yard()
                .promised("2026-06-15")
                .expects(MINE, ORE, "2026-09-30", Precision.DAY)
                .on("2026-05-01");
        assertThat(late.pushes().stream().map(push -> push.milestoneId() + " " + push.before() + " " + push.after()))
                .containsExactly("opening 2026-06-30 2026-09-30", "rated 2026-08-31 2026-09-30");
        assertThat(late.pushes().stream().map(push -> push.days())).containsExactly(92L, 30L);
    }

    @Test
    void another_date_that_is_agreed_mends_the_promise_and_stays_late_against_the_first() {
        Yard yard = new Yard().promised("2026-06-15").proposes(DEFENSE_STAFF, "2026-08-14");
        Promise open = yard.on("2026-05-10");
        assertThat(open.state()).isEqualTo(State.RENEGOTIATING);
        assertThat(open.toAct()).isEqualTo(ENERGY);
        assertThat(open.proposedBy()).isEqualTo(DEFENSE);
        assertThat(open.reason()).isEqualTo("A mill failed.");
        assertThat(open.lateDays()).as("its giver says so").isEqualTo(60);
        yard.says(ENERGY_STAFF, new HandoffAccepted(ID, day("2026-08-14"), "", History.on("2026-05-11")));
        Promise agreed = yard.on("2026-05-12");
        assertThat(agreed.broken()).isFalse();
        assertThat(agreed.firstPromised()).isEqualTo("2026-06-15");
        assertThat(agreed.promised()).isEqualTo("2026-08-14");
        assertThat(agreed.lateDays()).isEqualTo(60);
        assertThat(agreed.pushes().getFirst().milestoneId()).isEqualTo(OPENING);
        assertThat(agreed.pushes().getFirst().days()).isEqualTo(45);
    }

    @Test
    void what_the_receiver_proposes_makes_nothing_late() {
        Yard yard = new Yard().promised("2026-06-15").proposes(ENERGY_STAFF, "2026-08-14");
        assertThat(yard.on("2026-05-10").lateDays()).isNull();
        assertThat(yard.on("2026-05-10").toAct()).isEqualTo(DEFENSE);
        yard.says(DEFENSE_STAFF, new HandoffDeclined(ID, "It is on its way.", History.on("2026-05-11")));
        assertThat(yard.on("2026-05-12").state()).isEqualTo(State.PROMISED);
        assertThat(yard.on("2026-05-12").promised()).isEqualTo("2026-06-15");
    }

    @Test
    void an_answer_is_seen_by_the_other_side_once_it_is_released() {
        Yard yard = new Yard().asked();
        long answer = yard.history.says(
                DEFENSE_STAFF, new HandoffAccepted(ID, day("2026-06-15"), "", History.on("2026-01-03")));
        assertThat(yard.on(Audience.of(ENERGY), "2026-07-01").state()).isEqualTo(State.REQUESTED);
        assertThat(yard.on(Audience.of(ENERGY), "2026-07-01").broken()).isFalse();
        assertThat(yard.on(Audience.of(DEFENSE), "2026-07-01").broken()).isTrue();
        yard.history.says(History.DEFENSE_APPROVER, new EntriesReleased(DEFENSE, List.of(answer)));
        assertThat(yard.on(Audience.of(ENERGY), "2026-07-01").broken()).isTrue();
    }

    @Test
    void a_request_that_is_not_released_is_seen_by_nobody_else() {
        Yard yard = new Yard();
        yard.history.says(ENERGY_STAFF, Yard.request("2026-06-15"));
        assertThat(yard.on(Audience.of(ENERGY), "2026-01-10").state()).isEqualTo(State.REQUESTED);
        assertThat(HandoffsView.promises(yard.seenBy(Audience.of(DEFENSE), "2026-01-10"), Filter.ALL))
                .isEmpty();
        assertThat(HandoffsView.promises(yard.seenBy(Audience.CZAR, "2026-01-10"), Filter.ALL))
                .isEmpty();
    }

    @Test
    void a_struck_promise_takes_its_delivery_with_it() {
        Yard yard = new Yard().promised("2026-06-15").delivered("2026-06-25");
        long promise = yard.history.facts().stream()
                .filter(fact -> fact.event() instanceof HandoffAccepted)
                .findFirst()
                .orElseThrow()
                .position();
        yard.released(DEFENSE_STAFF, new EntryCorrected(DEFENSE, promise, "wrong", History.on("2026-07-01")));
        assertThat(yard.on("2026-07-02").state()).isEqualTo(State.REQUESTED);
        assertThat(yard.on("2026-07-02").lateDays()).isNull();
    }

    @Test
    void what_breaks_comes_first_then_what_is_due_first_and_what_is_over_last() {
        Yard yard = new Yard().promised("2026-06-15").expects(MINE, ORE, "2026-09-30", Precision.DAY);
        for (String needed : List.of("2026-08-01", "2026-07-01", "2026-05-01")) {
            HandoffId id = new HandoffId("needed-" + needed);
            yard.released(
                    ENERGY_STAFF,
                    new HandoffRequested(
                            id, MINE, null, PLANT, OPENING, "more", day(needed), History.on("2026-01-05")));
            if (needed.equals("2026-05-01")) {
                yard.released(DEFENSE_STAFF, new HandoffDeclined(id, "no", History.on("2026-01-06")));
            }
        }
        assertThat(HandoffsView.promises(yard.seenBy(Audience.CZAR, "2026-05-01"), Filter.ALL).stream()
                        .map(promise -> promise.handoffId().value()))
                .containsExactly("ore-for-plant", "needed-2026-07-01", "needed-2026-08-01", "needed-2026-05-01");
    }

    @Test
    void each_end_finds_it_under_its_own_name_and_nobody_else_does() {
        Sight sight = new Yard().promised("2026-06-15").seenBy(Audience.CZAR, "2026-05-01");
        for (Agency end : List.of(ENERGY, DEFENSE)) {
            assertThat(HandoffsView.of(sight, end)).hasSize(1);
        }
        for (ProgramId end : List.of(MINE, PLANT)) {
            assertThat(HandoffsView.of(sight, end)).hasSize(1);
        }
        assertThat(HandoffsView.of(sight, INTERIOR)).isEmpty();
    }

    @Test
    void the_giving_milestone_names_who_waits_once_it_is_promised() {
        for (Yard yard : List.of(new Yard().asked(), new Yard().promised("2026-06-15"))) {
            MilestoneRow ore = Looking.rows(yard.seenBy(Audience.CZAR, "2026-05-01")).stream()
                    .filter(row -> row.milestoneId().equals(ORE))
                    .findFirst()
                    .orElseThrow();
            boolean promised = yard.on("2026-05-01").state() == State.PROMISED;
            assertThat(ore.waitedForBy()).isEqualTo(promised ? List.of("opening") : List.of());
        }
    }

    @Test
    void its_figure_opens_to_all_that_was_said_of_it_and_to_the_date_of_its_milestone() {
        Yard yard = new Yard().promised("2026-06-15").expects(MINE, ORE, "2026-07-15", Precision.DAY);
        Lineage lineage = LineageView.of(
                yard.seenBy(Audience.CZAR, "2026-05-01"), Looking.log(yard.history), "handoff/ore-for-plant");
        assertThat(lineage.value()).isEqualTo("promised, 30 days late");
        assertThat(lineage.rows().stream().map(Lineage.Contribution::contributes))
                .containsExactly("needed by 2026-06-15", "promised for 2026-06-15", "date on file 2026-07-15");
    }

    @Test
    void a_promise_is_one_line_of_a_file() {
        Yard yard = new Yard().promised("2026-06-15").expects(MINE, ORE, "2026-09-30", Precision.DAY);
        assertThat(Csv.of(Promise.class, List.of(yard.on("2026-05-01"))))
                .contains("opening +92; rated +30")
                .doesNotContain("Push[");
    }

    @Test
    void a_circle_that_a_withdrawn_correction_left_stops_no_page() {
        Yard yard = new Yard().promised("2026-06-15").expects(MINE, ORE, "2026-09-30", Precision.DAY);
        yard.released(
                DEFENSE_STAFF,
                new MilestonesLinked(
                        MINE,
                        new LinkId("back"),
                        new LinkEnd(PLANT, Yard.RATED, null),
                        new LinkEnd(PLANT, OPENING, null),
                        LinkKind.PERMIT,
                        null,
                        null,
                        "",
                        History.on("2026-01-05")));
        assertThat(yard.on("2026-05-01").pushes().getFirst().days()).isEqualTo(92);
        assertThat(yard.on("2026-05-01").pushes().getFirst().after()).isEqualTo(LocalDate.of(2026, 9, 30));
    }
}
