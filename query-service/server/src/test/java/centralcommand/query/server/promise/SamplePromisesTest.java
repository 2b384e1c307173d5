package centralcommand.query.server.promise;

import static centralcommand.query.server.told.History.DEFENSE_STAFF;
import static centralcommand.query.server.told.History.ENERGY_STAFF;
import static centralcommand.query.server.told.History.on;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.LinkEnd;
import centralcommand.command.contract.schedule.LinkId;
import centralcommand.command.contract.schedule.LinkKind;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.ScheduleEvent.MilestonesLinked;
import centralcommand.query.contract.schedule.Promises;
import centralcommand.query.contract.schedule.Promises.Basis;
import centralcommand.query.contract.schedule.Promises.Kind;
import centralcommand.query.contract.schedule.Promises.Like;
import centralcommand.query.contract.schedule.Promises.Point;
import centralcommand.query.contract.schedule.WarningTimes;
import centralcommand.query.contract.schedule.WarningTimes.Group;
import centralcommand.query.server.lineage.LineageView;
import centralcommand.query.server.portfolio.Audience;
import centralcommand.query.server.told.History;
import centralcommand.query.server.told.Looking;
import centralcommand.query.server.told.Sample;
import centralcommand.query.server.told.Story;
import centralcommand.query.server.view.BadQuery;
import centralcommand.query.server.view.Sight;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Figures worked out by hand, and those of the reference class by another program, from the files of the sample. */
class SamplePromisesTest {
    private static final History SAMPLE = Sample.history();
    private static final Sight SIGHT = Looking.asCzar(SAMPLE, LocalDate.of(2026, 11, 23));

    private static Promises promises(String id) {
        return PromisesView.of(SIGHT, new MilestoneId(id));
    }

    @Test
    void louisiana_said_more_than_a_year_before_that_2023_would_not_hold() {
        Promises ucore = promises("ucore-first-prod");
        assertThat(ucore.points().stream().map(Point::kind))
                .containsExactly(Kind.BASELINE, Kind.FORECAST, Kind.FORECAST, Kind.FORECAST);
        assertThat(ucore.points().stream().map(Point::date).map(String::valueOf))
                .containsExactly("2023-12-31", "2024-12-31", "2025-06-30", "2026-12-31");
        assertThat(ucore.missed()).isEqualTo("2023-12-31");
        assertThat(ucore.warned()).isEqualTo("2022-10-17");
        assertThat(ucore.warningDays()).isEqualTo(440);
    }

    @Test
    void stillwater_said_only_a_year_afterwards_that_2023_had_not_held() {
        Promises still = promises("usar-still-prod");
        assertThat(still.points().get(1).kind()).isEqualTo(Kind.DOUBT);
        assertThat(still.points().get(1).words()).startsWith("2024 start reported as missed");
        assertThat(still.missed()).isEqualTo("2023-12-31");
        assertThat(still.warned()).isEqualTo("2025-01-09");
        assertThat(still.warningDays()).isEqualTo(-375);
    }

    @Test
    void at_upton_a_day_within_the_season_was_no_warning_but_a_quarter_later_was() {
        Promises upton = promises("rer-demo-ops");
        assertThat(upton.missed()).isEqualTo("2024-08-31");
        // 2024-09-01 was stated on 2024-07-02, one day after a season: within precision.
        assertThat(upton.warned()).isEqualTo("2024-10-21");
        assertThat(upton.warningDays()).isEqualTo(-51);
    }

    @Test
    void magnets_in_2025_were_promised_for_2025_and_made_in_2025() {
        Promises magnets = promises("mp-ind-magnet");
        assertThat(magnets.points().getLast().kind()).isEqualTo(Kind.ACTUAL);
        assertThat(magnets.missed()).isNull();
        assertThat(magnets.warned()).isNull();
        assertThat(magnets.warningDays()).isNull();
        assertThat(magnets.reference()).isNull();
        assertThat(magnets.referenceNote()).isEqualTo("It was reached, so there is nothing left to foretell.");
        assertThat(magnets.risk()).isNull();
    }

    /** Of eleven later promises that ended or are late four were of Upton alone: of six milestones, four of which reached theirs. */
    @Test
    void later_promises_of_four_milestones_that_ended_are_no_class() {
        Promises ucore = promises("ucore-first-prod");
        assertThat(KnownPromises.of(SIGHT)
                        .like(Like.LATER)
                        .map(became -> became.promise().milestone().id().value() + " " + became.open()))
                .containsExactly(
                        "evac-ops false",
                        "mp-ind-magnet false",
                        "mp-st2-ndpr false",
                        "ucore-first-prod true",
                        "mp-ind-metal false",
                        "rer-demo-ops true");
        assertThat(ucore.reference()).isNull();
        assertThat(ucore.referenceNote())
                .isEqualTo(
                        "Only 4 later promises of this portfolio, each of another milestone, came to an end so far; at"
                                + " least 5 are needed before they say anything.");
        assertThat(ucore.risk()).isNull();
    }

    @Test
    void a_first_promise_is_seen_against_first_ones() {
        Promises.Reference niron = requireNonNull(promises("niron-ops").reference());
        assertThat(niron.like()).isEqualTo(Like.FIRST);
        assertThat(niron.of()).isEqualTo(14);
        assertThat(niron.open()).isEqualTo(5);
        assertThat(niron.p50()).isCloseTo(49 / 30.0, within(1e-9));
        assertThat(niron.p80()).isCloseTo(490 / 148.0, within(1e-9));
        assertThat(promises("niron-ops").referenceNote())
                .startsWith(
                        "14 first promises of this portfolio, each of another milestone, that came to an end or are known to be late; 5 of them still open")
                .contains("Of 10 more the day has passed and nobody has said anything since: unknown, so left out.");
    }

    @Test
    void trials_draw_from_the_class_and_give_the_same_again() {
        Promises goal = promises("dod-2027");
        Promises.Risk risk = requireNonNull(goal.risk());
        assertThat(risk).isEqualTo(promises("dod-2027").risk());
        assertThat(risk.basis()).isEqualTo(Basis.REFERENCE_CLASS);
        assertThat(risk.promised()).isEqualTo(2);
        assertThat(risk.trials()).isEqualTo(10_000);
        assertThat(risk.bins().stream().mapToInt(Promises.Bin::trials).sum()).isEqualTo(10_000);
        assertThat(risk.planned()).isEqualTo("2027-12-31");
        assertThat(risk.p50()).isBeforeOrEqualTo(risk.p80());
        // It waits for its rule, so it is later than its own promises alone would be.
        assertThat(risk.p50()).isAfter(requireNonNull(goal.reference()).p50Date());
        assertThat(risk.plannedShare()).isBetween(0.05, 0.1);
    }

    /** Each class with its milestones, so that who reads a date sees on how few it rests; nobody is measured by his own promises on the way either. */
    @Test
    void the_classes_that_decide_are_named_for_what_it_waits_for_too() {
        assertThat(promises("dod-2027").riskNote())
                .contains(
                        "Drawn, each independently: 1 promise with the overruns of the first promises of 14 milestones;"
                                + " 1 promise with the overruns of the first promises of 14 milestones (of those like it too few"
                                + " came to an end). Fixed: ");
        assertThat(fedBy("ucore-smc", "ucore-first-prod", Sample.history()).riskNote())
                .contains("1 promise with the overruns of the first promises of 14 milestones;"
                        + " 1 promise with the overruns of the first promises of 13 milestones (of those like it too few"
                        + " came to an end).");
    }

    /** A promise of Upton for 61 days, 751 % over when it was last heard of, was 42 of 100 trials of Blacksburg, and Niron's P50 1 August 2040. */
    @Test
    void one_short_promise_of_another_milestone_does_not_make_niron_wait_until_2040() {
        History history = Sample.history();
        history.says(
                DEFENSE_STAFF,
                Story.forecast(
                        new ProgramId("usar-blacksburg"),
                        new MilestoneId("usar-bb-commission"),
                        "2028-06-30",
                        null,
                        "",
                        on("2026-11-20")));
        Promises.Risk niron = requireNonNull(
                fedBy("usar-blacksburg", "usar-bb-commission", history).risk());
        assertThat(niron.promised()).isEqualTo(2);
        assertThat(niron.p50()).isEqualTo("2032-03-29");
    }

    private static Promises fedBy(String program, String milestone, History history) {
        ProgramId niron = new ProgramId("niron-sartell");
        history.says(
                ENERGY_STAFF,
                new MilestonesLinked(
                        niron,
                        new LinkId("feeds-niron"),
                        new LinkEnd(new ProgramId(program), new MilestoneId(milestone), null),
                        new LinkEnd(niron, new MilestoneId("niron-ops"), null),
                        LinkKind.FEEDSTOCK,
                        null,
                        null,
                        "",
                        on("2026-06-01")));
        return PromisesView.of(
                Looking.as(Audience.AUDITOR, history, LocalDate.of(2026, 11, 23)), new MilestoneId("niron-ops"));
    }

    /** Exactly half of its class overran by 49/30 or less, so plain sampling said one time 2029-09-16 and another 2030-05-05. */
    @Test
    void of_one_that_waits_for_nothing_trials_say_what_its_class_says() {
        Promises niron = promises("niron-ops");
        Promises.Risk risk = requireNonNull(niron.risk());
        assertThat(risk.promised()).isEqualTo(1);
        assertThat(risk.p50())
                .isEqualTo(requireNonNull(niron.reference()).p50Date())
                .isEqualTo("2029-09-16");
        assertThat(risk.p80()).isEqualTo(niron.reference().p80Date());
    }

    @Test
    void nothing_is_drawn_for_one_that_is_later_already_than_nearly_all_others_became() {
        Promises late = promises("doe-ree-apps");
        assertThat(late.reference()).isNotNull();
        assertThat(late.risk()).isNull();
        assertThat(late.riskNote())
                .contains("fewer than 5 promises of its class, each of another milestone, are known to have ended");
    }

    @Test
    void warning_times_are_ranked_with_the_longest_first_and_those_never_warned_of_last() {
        WarningTimes times = WarningTimesView.of(SIGHT);
        assertThat(times.rows().stream().limit(4).map(WarningTimes.Row::days)).containsExactly(741L, 699L, 440L, 164L);
        assertThat(times.rows().getLast().days()).isNull();
        Group defense = times.agencies().getFirst();
        assertThat(defense.name()).isEqualTo("Defense");
        assertThat(defense.missed()).isEqualTo(6);
        assertThat(defense.warned()).isEqualTo(4);
        // 741, 699, 440, 164, and Mountain Pass heavies and Nolans without a warning in time: the middle of 164 and
        // 440.
        assertThat(defense.medianDays()).isEqualTo(302);
        Group commerce = times.agencies().stream()
                .filter(group -> group.id().equals("COMMERCE"))
                .findFirst()
                .orElseThrow();
        assertThat(commerce.medianDays()).isZero();
        assertThat(times.programs()).allMatch(group -> group.missed() > 0);
    }

    @Test
    void every_figure_opens_to_its_entries() {
        for (String figure : List.of(
                "warning/ucore-first-prod",
                "warning-times/agency=DEFENSE",
                "warning-times/programId=ucore-smc",
                "reference/niron-ops",
                "risk/dod-2027")) {
            var lineage = LineageView.of(SIGHT, Looking.log(SAMPLE), figure);
            assertThat(lineage.rows()).as(figure).isNotEmpty();
            assertThat(lineage.value()).as(figure).isNotEqualTo("none");
        }
        assertThat(LineageView.of(SIGHT, Looking.log(SAMPLE), "warning/ucore-first-prod")
                        .working())
                .isEqualTo("2023-12-31 − 2022-10-17 = 440 days, from the first doubt or slip that others could know of"
                        + " to the last day of the promise.");
        assertThat(LineageView.of(SIGHT, Looking.log(SAMPLE), "reference/niron-ops")
                        .rows())
                .hasSize(14);
    }

    @Test
    void a_milestone_that_is_not_there_is_unknown() {
        assertThatThrownBy(() -> promises("no-such")).isInstanceOf(BadQuery.class);
    }
}
