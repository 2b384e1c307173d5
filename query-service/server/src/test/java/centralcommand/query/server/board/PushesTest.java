package centralcommand.query.server.board;

import static centralcommand.query.server.told.Chain.promised;
import static centralcommand.query.server.told.History.DEFENSE;
import static centralcommand.query.server.told.History.ENERGY;
import static centralcommand.query.server.told.History.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import centralcommand.command.contract.handoff.HandoffEvent.HandoffAccepted;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffConfirmed;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffDelivered;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffRequested;
import centralcommand.command.contract.handoff.HandoffId;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.StatedDate;
import centralcommand.query.contract.board.Pushes;
import centralcommand.query.server.portfolio.Audience;
import centralcommand.query.server.told.Chain;
import centralcommand.query.server.told.History;
import centralcommand.query.server.told.Looking;
import centralcommand.query.server.told.Sample;
import centralcommand.query.server.view.Sight;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PushesTest {
    private static final HandoffId ORE = new HandoffId("ore-for-metal");
    private static final History SAMPLE = Sample.history();
    private static final Sight SIGHT = Looking.asCzar(SAMPLE, LocalDate.of(2026, 11, 23));

    private static Pushes pushes(String milestone, String date, Precision precision) {
        return PushesView.of(SIGHT, new MilestoneId(milestone), LocalDate.parse(date), precision);
    }

    @Test
    void a_new_date_is_measured_against_the_original_promise_and_nothing_is_kept() {
        Sight before = Looking.asCzar(SAMPLE, LocalDate.of(2026, 11, 23));
        assertThat(pushes("rer-demo-ops", "2027-06-01", Precision.HALF).slipDays())
                .isEqualTo(1033);
        assertThat(pushes("rer-demo-ops", "2027-06-01", Precision.HALF).date()).isEqualTo("2027-06-30");
        assertThat(SIGHT.portfolio()).isEqualTo(before.portfolio());
    }

    @Test
    void those_who_wait_come_nearest_first_with_the_links_between() {
        List<Pushes.Row> rows =
                pushes("ef-phase2-permit", "2029-12-31", Precision.YEAR).rows();
        assertThat(rows.getFirst().milestoneId()).isEqualTo(new MilestoneId("ef-phase2"));
        assertThat(rows.getFirst().dateOnFile()).isEqualTo("2029-03-31");
        assertThat(rows.getFirst().overtakenByDays()).isEqualTo(275);
        assertThat(rows.getFirst().through()).containsExactly("dep-ef-permit");
    }

    @Test
    void a_program_that_waits_as_a_whole_has_no_date_that_could_be_overtaken() {
        Pushes.Row row =
                pushes("rer-demo-ops", "2027-06-30", Precision.HALF).rows().getFirst();
        assertThat(row.programId().value()).isEqualTo("rer-bearlodge");
        assertThat(row.milestoneId()).isNull();
        assertThat(row.overtakenByDays()).isNull();
    }

    @Test
    void neither_a_slip_that_is_withheld_nor_what_lies_behind_it_is_told() {
        Chain chain = chain("2026-09-30").link(DEFENSE, "feed", "ore/ore-made", "metal/metal-made");
        assertThat(overtaken(chain, Audience.AUDITOR)).containsExactly(92L, 30L);
        assertThat(overtaken(chain, Audience.CZAR)).containsExactly(0L, 0L);
    }

    @Test
    void who_waits_for_a_handoff_that_is_owed_is_told_like_one_who_waits_by_a_link() {
        Chain chain = chain("2026-06-30")
                .says(
                        DEFENSE,
                        new HandoffRequested(
                                ORE,
                                new ProgramId("ore"),
                                Chain.id("ore-made"),
                                new ProgramId("metal"),
                                Chain.id("metal-made"),
                                "ore",
                                day("2026-06-30"),
                                on("2026-01-03")));
        assertThat(later(chain, Audience.AUDITOR)).as("nothing is promised yet").isEmpty();

        chain.says(ENERGY, new HandoffAccepted(ORE, day("2026-06-30"), "", on("2026-01-04")));
        assertThat(later(chain, Audience.AUDITOR))
                .extracting(Pushes.Row::title, Pushes.Row::pushedDays, Pushes.Row::through)
                .containsExactly(
                        tuple("metal-made", 92L, List.of("ore-for-metal")),
                        tuple("magnets-made", 30L, List.of("ore-for-metal", "alloy")));
        assertThat(later(chain, Audience.of(DEFENSE)))
                .extracting(Pushes.Row::pushedDays)
                .containsExactly(92L, 30L);

        chain.says(ENERGY, new HandoffDelivered(ORE, LocalDate.of(2026, 1, 5), "", on("2026-01-05")))
                .says(DEFENSE, new HandoffConfirmed(ORE, "", on("2026-01-05")));
        assertThat(later(chain, Audience.AUDITOR)).as("it came").isEmpty();
    }

    private static StatedDate day(String day) {
        return new StatedDate(LocalDate.parse(day), Precision.DAY, "");
    }

    /** Of ore that is made at the end of September. */
    private static List<Pushes.Row> later(Chain chain, Audience audience) {
        Sight sight = Looking.as(audience, chain.history(), LocalDate.of(2026, 1, 5));
        return PushesView.of(sight, Chain.id("ore-made"), LocalDate.of(2026, 9, 30), Precision.DAY)
                .rows();
    }

    /** Magnets that wait for metal; nothing waits for the ore yet. */
    private static Chain chain(String oreMade) {
        return new Chain()
                .agency(ENERGY)
                .agency(DEFENSE)
                .program(ENERGY, "ore", promised("ore-made", oreMade))
                .program(DEFENSE, "metal", promised("metal-made", "2026-06-30"))
                .program(DEFENSE, "magnet", promised("magnets-made", "2026-08-31"))
                .link(DEFENSE, "alloy", "metal/metal-made", "magnet/magnets-made");
    }

    private static List<Long> overtaken(Chain chain, Audience audience) {
        return later(chain, audience).stream().map(Pushes.Row::overtakenByDays).toList();
    }
}
