package centralcommand.query.server.network;

import static centralcommand.query.server.told.Chain.id;
import static centralcommand.query.server.told.Chain.promised;
import static centralcommand.query.server.told.History.CZAR;
import static centralcommand.query.server.told.History.DEFENSE;
import static centralcommand.query.server.told.History.ENERGY;
import static centralcommand.query.server.told.History.on;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.calendar.CalendarEvent.ClosureDeclared;
import centralcommand.command.contract.calendar.CalendarEvent.ClosureEnded;
import centralcommand.command.contract.calendar.ClosureId;
import centralcommand.command.contract.calendar.ClosureKind;
import centralcommand.command.contract.program.ProgramEvent.ProgramCancelled;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.ActivityEvent.DurationEstimated;
import centralcommand.command.contract.schedule.ActivityEvent.MarginUsed;
import centralcommand.command.contract.schedule.ActivityEvent.MilestonePaused;
import centralcommand.command.contract.schedule.ActivityEvent.MilestoneResumed;
import centralcommand.command.contract.schedule.Cause;
import centralcommand.command.contract.schedule.LinkType;
import centralcommand.command.contract.schedule.MilestoneKind;
import centralcommand.command.contract.schedule.PauseReason;
import centralcommand.command.contract.schedule.PlannedMilestone;
import centralcommand.command.contract.schedule.ScheduleEvent.MilestonesLinked;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Precision;
import centralcommand.query.server.network.Outlook.Span;
import centralcommand.query.server.portfolio.Audience;
import centralcommand.query.server.told.Chain;
import centralcommand.query.server.told.Looking;
import centralcommand.query.server.told.Story;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutlookTest {
    private static final ProgramId METAL = new ProgramId("metal");

    private static Chain ore(String oreMade) {
        return new Chain().agency(ENERGY).agency(DEFENSE).program(ENERGY, "ore", promised("ore-made", oreMade));
    }

    private static Chain oreAndMetal(String oreMade, String metalMade) {
        return ore(oreMade)
                .program(DEFENSE, "metal", promised("metal-made", metalMade))
                .link(DEFENSE, "feed", "ore/ore-made", "metal/metal-made");
    }

    private static Outlook seen(Chain chain) {
        return Disclosure.outlook(Looking.as(Audience.AUDITOR, chain.history(), LocalDate.of(2026, 8, 3)));
    }

    private static Span days(String first, String last) {
        return new Span(LocalDate.parse(first), LocalDate.parse(last));
    }

    private static DurationEstimated takes(int days) {
        return new DurationEstimated(METAL, id("metal-made"), days, days, days, "a guess", on("2026-01-05"));
    }

    @Test
    void what_waits_for_nothing_implies_nothing() {
        Outlook outlook = seen(oreAndMetal("2026-09-30", "2026-12-31"));
        assertThat(outlook.implied(id("ore-made"))).isEmpty();
        assertThat(outlook.implied(id("metal-made"))).contains(days("2026-09-30", "2026-09-30"));
    }

    @Test
    void what_waits_only_for_what_has_no_date_implies_nothing() {
        PlannedMilestone undated =
                new PlannedMilestone(id("ore-made"), "ore", null, null, "", MilestoneKind.OTHER, null);
        Outlook outlook = seen(new Chain()
                .agency(ENERGY)
                .agency(DEFENSE)
                .program(ENERGY, "ore", undated)
                .program(DEFENSE, "metal", promised("metal-made", "2026-12-31"))
                .link(DEFENSE, "feed", "ore/ore-made", "metal/metal-made"));
        assertThat(outlook.implied(id("metal-made"))).isEmpty();
        assertThat(outlook.totalFloatDays(id("ore-made"))).isEmpty();
        assertThat(outlook.speakingLinks()).isZero();
    }

    @Test
    void the_work_comes_after_what_it_waits_for_in_working_days_of_its_agency() {
        // Wednesday; then Thursday, Friday, Monday.
        assertThat(seen(oreAndMetal("2026-09-30", "2026-12-31").says(DEFENSE, takes(3)))
                        .implied(id("metal-made")))
                .contains(days("2026-10-05", "2026-10-05"));
    }

    @Test
    void a_closure_of_its_agency_makes_it_later_and_one_of_another_does_not() {
        for (var closed : new Object[][] {{DEFENSE, "2026-10-07"}, {ENERGY, "2026-10-05"}}) {
            Chain chain = oreAndMetal("2026-09-30", "2026-12-31").says(DEFENSE, takes(3));
            chain.history()
                    .says(
                            CZAR,
                            new ClosureDeclared(
                                    new ClosureId("lapse"),
                                    (Agency) closed[0],
                                    ClosureKind.LAPSE_IN_APPROPRIATIONS,
                                    LocalDate.parse("2026-10-01"),
                                    LocalDate.parse("2026-10-02"),
                                    "no money",
                                    on("2026-01-05")));
            assertThat(seen(chain).implied(id("metal-made"))).contains(days((String) closed[1], (String) closed[1]));
        }
    }

    @Test
    void an_open_lapse_lasts_until_the_day_that_is_looked_from_and_one_that_ended_no_longer() {
        Chain chain = oreAndMetal("2026-07-31", "2026-12-31").says(DEFENSE, takes(1));
        chain.history()
                .says(
                        CZAR,
                        new ClosureDeclared(
                                new ClosureId("lapse"),
                                null,
                                ClosureKind.LAPSE_IN_APPROPRIATIONS,
                                LocalDate.parse("2026-07-27"),
                                null,
                                "no money",
                                on("2026-01-05")));
        assertThat(seen(chain).implied(id("metal-made"))).contains(days("2026-08-04", "2026-08-04"));
        chain.history().says(CZAR, new ClosureEnded(new ClosureId("lapse"), LocalDate.parse("2026-07-28")));
        assertThat(seen(chain).implied(id("metal-made"))).contains(days("2026-08-03", "2026-08-03"));
    }

    @Test
    void a_margin_lasts_as_long_as_what_is_left_of_it() {
        PlannedMilestone margin = new PlannedMilestone(
                id("metal-made"), "margin", LocalDate.of(2026, 12, 31), Precision.DAY, "", MilestoneKind.MARGIN, null);
        Chain chain = ore("2026-09-30")
                .program(DEFENSE, "metal", margin)
                .link(DEFENSE, "feed", "ore/ore-made", "metal/metal-made")
                .says(DEFENSE, takes(3))
                .says(
                        DEFENSE,
                        new MarginUsed(METAL, id("metal-made"), 2, Cause.EQUIPMENT, "owner", "", on("2026-02-01")));
        assertThat(seen(chain).implied(id("metal-made"))).contains(days("2026-10-01", "2026-10-01"));
        assertThat(seen(chain).work(id("metal-made")).usedDays()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "FINISH_TO_START,2026-10-07", // Thursday to Wednesday, five days
        "FINISH_TO_FINISH,2026-09-30",
        ",2026-10-07"
    })
    void links_hold_as_their_type_says(@Nullable LinkType type, String implied) {
        Chain chain = ore("2026-09-30")
                .program(DEFENSE, "metal", promised("metal-made", "2026-12-31"))
                .link(DEFENSE, "feed", "ore/ore-made", "metal/metal-made", type, null)
                .says(DEFENSE, takes(5));
        assertThat(seen(chain).implied(id("metal-made"))).contains(days(implied, implied));
    }

    @Test
    void a_lag_counts_the_working_days_of_the_one_who_waits() {
        Chain chain = ore("2026-10-09")
                .program(DEFENSE, "metal", promised("metal-made", "2026-12-31"))
                .link(DEFENSE, "feed", "ore/ore-made", "metal/metal-made", null, 1);
        // Friday; Monday is Columbus Day.
        assertThat(seen(chain).implied(id("metal-made"))).contains(days("2026-10-13", "2026-10-13"));
    }

    @Test
    void whoever_waits_for_a_program_waits_for_each_of_its_milestones() {
        Chain chain = new Chain()
                .agency(ENERGY)
                .agency(DEFENSE)
                .program(ENERGY, "ore", promised("ore-found", "2026-03-31"), promised("ore-made", "2026-09-30"))
                .program(DEFENSE, "metal", promised("metal-made", "2026-12-31"))
                .link(DEFENSE, "feed", "ore", "metal/metal-made");
        assertThat(seen(chain).implied(id("metal-made"))).contains(days("2026-09-30", "2026-09-30"));
        assertThat(seen(chain).ties(id("metal-made"))).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"2026-09-01,false", "2026-08-31,true"})
    void precision_is_an_interval_and_a_slip_is_hidden_from_as_many_days_on_as_that_is_wide(
            String promise, boolean hides) {
        Chain chain = new Chain()
                .agency(ENERGY)
                .agency(DEFENSE)
                .program(ENERGY, "ore", Story.planned(id("ore-made"), "ore", "2026-09-30", Precision.MONTH))
                .program(DEFENSE, "metal", promised("metal-made", promise))
                .link(DEFENSE, "feed", "ore/ore-made", "metal/metal-made");
        assertThat(seen(chain).implied(id("metal-made"))).contains(days("2026-09-01", "2026-09-30"));
        assertThat(seen(chain).hidden().containsKey(id("metal-made"))).isEqualTo(hides);
    }

    @Test
    void paused_work_hides_nothing_until_it_goes_on() {
        Chain chain = oreAndMetal("2026-09-30", "2026-06-30")
                .says(
                        DEFENSE,
                        new MilestonePaused(
                                METAL, id("metal-made"), PauseReason.values()[0], "waiting", on("2026-07-01")));
        assertThat(seen(chain).hidden()).isEmpty();
        chain.says(DEFENSE, new MilestoneResumed(METAL, id("metal-made"), "on again", on("2026-07-15")));
        assertThat(seen(chain).hidden()).containsOnlyKeys(id("metal-made"));
        assertThat(seen(chain).work(id("metal-made")).pauses())
                .singleElement()
                .satisfies(pause ->
                        assertThat(pause.until(LocalDate.of(2026, 8, 3))).isEqualTo("2026-07-15"));
    }

    @Test
    void a_date_set_by_law_hides_nothing() {
        PlannedMilestone statutory = new PlannedMilestone(
                id("metal-made"), "ban", LocalDate.of(2026, 6, 30), Precision.DAY, "", MilestoneKind.STATUTORY, null);
        Chain chain = ore("2026-09-30")
                .program(DEFENSE, "metal", statutory)
                .link(DEFENSE, "feed", "ore/ore-made", "metal/metal-made");
        assertThat(seen(chain).implied(id("metal-made"))).isPresent();
        assertThat(seen(chain).hidden()).isEmpty();
    }

    @Test
    void what_a_cancelled_program_will_not_reach_holds_nobody_up() {
        Chain chain = oreAndMetal("2026-09-30", "2026-06-30");
        chain.history().says(CZAR, new ProgramCancelled(new ProgramId("ore"), "no ore"));
        assertThat(seen(chain).has(id("ore-made"))).isFalse();
        assertThat(seen(chain).implied(id("metal-made"))).isEmpty();
    }

    @Test
    void of_a_circle_the_youngest_link_is_left_out_and_named() {
        Chain chain = oreAndMetal("2026-09-30", "2026-12-31").link(ENERGY, "back", "metal/metal-made", "ore/ore-made");
        assertThat(seen(chain).leftOut())
                .singleElement()
                .satisfies(fact -> assertThat(fact.event())
                        .isInstanceOfSatisfying(
                                MilestonesLinked.class,
                                link -> assertThat(link.linkId().value()).isEqualTo("back")));
        assertThat(seen(chain).implied(id("ore-made"))).isEmpty();
        assertThat(seen(chain).implied(id("metal-made"))).contains(days("2026-09-30", "2026-09-30"));
    }

    @Test
    void room_is_counted_to_what_the_program_promised_and_is_negative_beyond() {
        Outlook kept = seen(oreAndMetal("2026-09-28", "2026-09-30"));
        assertThat(kept.totalFloatDays(id("ore-made"))).contains(0);
        Chain late =
                oreAndMetal("2026-09-28", "2026-09-30").forecast(ENERGY, "ore/ore-made", "2026-10-05", "2026-02-01");
        Outlook outlook = seen(late);
        // From 28 September to 5 October: five working days too late for ore, three for metal.
        assertThat(outlook.totalFloatDays(id("ore-made"))).contains(-5);
        assertThat(outlook.totalFloatDays(id("metal-made"))).contains(-3);
        assertThat(outlook.freeFloatDays(id("ore-made"))).contains(0);
        assertThat(outlook.isCritical(id("metal-made"))).isTrue();
        assertThat(outlook.end(METAL)).contains(LocalDate.parse("2026-10-05"));
    }
}
