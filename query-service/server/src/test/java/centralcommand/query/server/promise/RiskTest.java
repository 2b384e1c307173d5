package centralcommand.query.server.promise;

import static centralcommand.query.server.told.Chain.id;
import static centralcommand.query.server.told.Chain.promised;
import static centralcommand.query.server.told.History.DEFENSE;
import static centralcommand.query.server.told.History.on;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import centralcommand.command.contract.handoff.HandoffEvent.HandoffAccepted;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffRequested;
import centralcommand.command.contract.handoff.HandoffId;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.ActivityEvent.DurationEstimated;
import centralcommand.command.contract.schedule.ActivityEvent.MarginUsed;
import centralcommand.command.contract.schedule.Cause;
import centralcommand.command.contract.schedule.MilestoneKind;
import centralcommand.command.contract.schedule.PlannedMilestone;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.StatedDate;
import centralcommand.query.contract.schedule.Promises;
import centralcommand.query.contract.schedule.Promises.Basis;
import centralcommand.query.contract.schedule.Promises.Bin;
import centralcommand.query.server.network.Disclosure;
import centralcommand.query.server.network.Outlook.Span;
import centralcommand.query.server.portfolio.Audience;
import centralcommand.query.server.portfolio.Milestone;
import centralcommand.query.server.told.Chain;
import centralcommand.query.server.told.Looking;
import centralcommand.query.server.view.Sight;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What trials make of dates on file, beside what the network makes of them. */
class RiskTest {
    private static final ProgramId PLANT = new ProgramId("plant");
    private static final HandoffId ORE = new HandoffId("ore");
    private static final LocalDate TODAY = LocalDate.of(2026, 8, 3);

    private static Chain plant(PlannedMilestone... milestones) {
        return new Chain().agency(DEFENSE).program(DEFENSE, "plant", milestones);
    }

    private static Chain mineAndEnd(String mine, String end) {
        return plant(promised("mine", mine), promised("end", end)).link(DEFENSE, "feed", "plant/mine", "plant/end");
    }

    private static PlannedMilestone undated(String name, MilestoneKind kind) {
        return new PlannedMilestone(id(name), name, null, null, "", kind, null);
    }

    private static DurationEstimated takes(String milestone, int low, int likely, int high) {
        return new DurationEstimated(PLANT, id(milestone), low, likely, high, "a guess", on("2026-02-02"));
    }

    private static Sight sight(Chain chain) {
        return Looking.as(Audience.AUDITOR, chain.history(), TODAY);
    }

    private static Promises end(Chain chain) {
        return PromisesView.of(sight(chain), id("end"));
    }

    private static Promises.Risk risk(Chain chain) {
        return requireNonNull(end(chain).risk());
    }

    /** What the entries behind the figure say. */
    private static List<String> behind(Chain chain) {
        Sight sight = sight(chain);
        Milestone end = sight.portfolio().milestone(id("end")).orElseThrow();
        return Behind.risk(sight, end).parts().stream().map(Behind.Part::words).toList();
    }

    private static Span implied(Chain chain) {
        return Disclosure.outlook(sight(chain)).implied(id("end")).orElseThrow();
    }

    @Test
    void what_cannot_be_drawn_is_held_at_its_date_on_file() {
        Chain chain = mineAndEnd("2028-06-30", "2028-07-14").says(DEFENSE, takes("end", 10, 10, 10));
        assertThat(implied(chain).last()).isEqualTo("2028-07-17");
        Promises.Risk risk = risk(chain);
        assertThat(risk.p50()).isEqualTo("2028-07-17");
        assertThat(risk.plannedShare()).isZero();
        assertThat(risk.basis()).isEqualTo(Basis.THREE_POINT);
        assertThat(risk.held()).isEqualTo(1);
        assertThat(risk.undated()).isZero();
        assertThat(end(chain).riskNote())
                .endsWith(
                        "It also waits for 1 milestone with a date on file but nothing to draw from, held at that date, or"
                                + " at today where that has passed.");
        assertThat(behind(chain))
                .containsExactly("“end”: 10, 10 or 10 working days", "“mine”: held at its date on file");
    }

    @Test
    void it_is_held_at_today_where_its_date_has_passed() {
        Chain chain = mineAndEnd("2026-02-27", "2026-03-31").says(DEFENSE, takes("end", 10, 10, 10));
        // Held at the midnight before Monday 3 August: ten working days to Friday the 14th.
        assertThat(risk(chain).p50()).isEqualTo("2026-08-14");
    }

    @Test
    void what_is_held_is_not_before_a_handoff_that_it_waits_for() {
        Chain chain = mineAndEnd("2028-06-30", "2028-07-14")
                .says(DEFENSE, takes("end", 10, 10, 10))
                .program(DEFENSE, "yard", promised("ship", "2027-01-29"))
                .says(
                        DEFENSE,
                        new HandoffRequested(
                                ORE,
                                new ProgramId("yard"),
                                null,
                                PLANT,
                                id("mine"),
                                "ore",
                                day("2028-07-31"),
                                on("2026-02-02")))
                .says(DEFENSE, new HandoffAccepted(ORE, day("2028-07-31"), "", on("2026-02-03")));
        assertThat(implied(chain).last()).isEqualTo("2028-08-14");
        assertThat(risk(chain).p50()).isEqualTo("2028-08-14");
    }

    private static StatedDate day(String day) {
        return new StatedDate(LocalDate.parse(day), Precision.DAY, "");
    }

    @Test
    void what_has_neither_date_nor_estimate_adds_no_time() {
        Chain chain = plant(undated("mine", MilestoneKind.OTHER), promised("end", "2026-08-14"))
                .link(DEFENSE, "feed", "plant/mine", "plant/end")
                .says(DEFENSE, takes("end", 10, 10, 10));
        assertThat(risk(chain).p50()).isEqualTo("2026-08-14");
        assertThat(risk(chain).held()).isZero();
        assertThat(risk(chain).undated()).isEqualTo(1);
        assertThat(end(chain).riskNote()).contains("1 other without a date that could be drawn or held");
    }

    @Test
    void an_estimate_does_not_move_the_work_before_the_date_on_file_has_it_begin() {
        Chain chain = mineAndEnd("2028-06-30", "2028-12-28").says(DEFENSE, takes("end", 8, 10, 12));
        assertThat(Disclosure.outlook(sight(chain)).start(id("end"))).contains(LocalDate.of(2028, 12, 14));
        assertThat(implied(chain).last()).isEqualTo("2028-07-17");
        Promises.Risk risk = risk(chain);
        assertThat(risk.p50()).isEqualTo("2028-12-28");
        assertThat(risk.plannedShare()).isCloseTo(0.5, within(0.001));
        assertThat(risk.bins().stream().map(Bin::from))
                .containsExactly(LocalDate.of(2028, 12, 1), LocalDate.of(2029, 1, 1));
    }

    @Test
    void what_takes_no_time_itself_is_not_before_its_date_on_file_either() {
        Chain chain = mineAndEnd("2028-06-30", "2028-12-28").says(DEFENSE, takes("end", 0, 0, 0));
        assertThat(risk(chain).p50()).isEqualTo("2028-12-28");
    }

    /** GAO-16-89G, table 2: 20 days if each takes what is most likely, a P22; had each to wait for its most likely start, a P8. */
    @Test
    void where_links_decide_work_that_was_quicker_is_followed_earlier() {
        int[][] days = {{3, 4, 6}, {1, 1, 2}, {3, 5, 6}, {1, 1, 2}, {2, 3, 4}, {2, 3, 4}, {2, 3, 5}};
        String[] names = {"one", "two", "three", "four", "five", "six", "end"};
        Chain chain = plant(Stream.of(
                        Stream.of(promised("mine", "2026-09-30")),
                        Stream.of(names).limit(6).map(name -> undated(name, MilestoneKind.OTHER)),
                        Stream.of(promised("end", "2026-10-29")))
                .flatMap(each -> each)
                .toArray(PlannedMilestone[]::new));
        IntStream.range(0, names.length)
                .forEach(place -> chain.link(
                                DEFENSE,
                                "link-" + place,
                                "plant/" + (place == 0 ? "mine" : names[place - 1]),
                                "plant/" + names[place])
                        .says(DEFENSE, takes(names[place], days[place][0], days[place][1], days[place][2])));
        assertThat(implied(chain).last()).isEqualTo("2026-10-29");
        assertThat(risk(chain).plannedShare()).isCloseTo(0.218, within(0.015));
        // In the course of the 21st or 22nd, and of the 23rd working day after 30 September.
        assertThat(risk(chain).p50()).isBetween("2026-10-30", "2026-11-02");
        assertThat(risk(chain).p80()).isEqualTo("2026-11-03");
    }

    @ParameterizedTest
    @CsvSource({"4,2026-08-11", "9,2026-08-04", "10,2026-08-03", "12,2026-08-03"})
    void of_a_margin_only_what_is_left_is_drawn(int used, String p50) {
        Chain chain = plant(
                        promised("mine", "2026-08-03"),
                        undated("margin", MilestoneKind.MARGIN),
                        undated("end", MilestoneKind.OTHER))
                .link(DEFENSE, "before", "plant/mine", "plant/margin")
                .link(DEFENSE, "after", "plant/margin", "plant/end")
                .says(DEFENSE, takes("margin", 10, 10, 10))
                .says(DEFENSE, takes("end", 0, 0, 0))
                .says(
                        DEFENSE,
                        new MarginUsed(PLANT, id("margin"), used, Cause.EQUIPMENT, "owner", "", on("2026-03-02")));
        assertThat(implied(chain).last()).isEqualTo(p50);
        assertThat(risk(chain).p50()).isEqualTo(p50);
        assertThat(behind(chain)).contains("“margin”: less " + used + " working days of it used");
    }
}
