package centralcommand.schedule.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import centralcommand.schedule.calendar.WorkCalendar;
import centralcommand.schedule.network.Activity;
import centralcommand.schedule.network.Link;
import centralcommand.schedule.network.LinkType;
import centralcommand.schedule.network.Network;
import centralcommand.schedule.risk.ReferenceClass.Outcome;
import centralcommand.schedule.risk.Uncertain.Ended;
import centralcommand.schedule.risk.Uncertain.Ends;
import centralcommand.schedule.risk.Uncertain.Takes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrialsTest {
    private static final int TRIALS = 200_000;
    private static final double START = LocalDate.of(2026, 1, 5).toEpochDay();
    private static final WorkCalendar FEDERAL = WorkCalendar.federal(List.of());
    private static final List<Triangular> GAO = List.of(
            new Triangular(3, 4, 6),
            new Triangular(1, 1, 2),
            new Triangular(3, 5, 6),
            new Triangular(1, 1, 2),
            new Triangular(2, 3, 4),
            new Triangular(2, 3, 4),
            new Triangular(2, 3, 5));

    private static Activity<String> any(String key) {
        return new Activity<>(key, 0, WorkCalendar.EVERY_DAY);
    }

    private static Link<String> link(String from, String to) {
        return new Link<>(from, to, LinkType.FINISH_TO_START, 0);
    }

    private static Takes takes(double low, double mode, double high) {
        return new Takes(START, new Triangular(low, mode, high)::quantile);
    }

    private static Outcomes run(Network<String> network, String end, Map<String, ? extends Uncertain> known) {
        return Trials.of(network, end, START, known::get).run(TRIALS, 11);
    }

    @Test
    void table_2_of_the_guide_as_a_chain_agrees_with_the_closed_form() {
        var activities = new ArrayList<Activity<Integer>>();
        var links = new ArrayList<Link<Integer>>();
        for (var key = 0; key < GAO.size(); key++) {
            activities.add(new Activity<>(key, 0, WorkCalendar.EVERY_DAY));
            if (key > 0) {
                links.add(new Link<>(key - 1, key, LinkType.FINISH_TO_START, 0));
            }
        }
        var trials =
                Trials.of(Network.of(activities, links), 6, START, key -> new Takes(START, GAO.get(key)::quantile));
        var outcomes = trials.run(TRIALS, 3);
        assertThat(outcomes.mean() - START).isCloseTo(21.00, within(5 * 1.2693 / Math.sqrt(TRIALS)));
        assertThat(outcomes.percentile(0.5) - START).isCloseTo(21.0, within(0.03));
        assertThat(outcomes.percentile(0.8) - START).isCloseTo(22.08, within(0.03));
        assertThat(outcomes.shareUpTo(START + 20)).isCloseTo(0.22, within(0.01));
        var spread = (outcomes.percentile(0.8413) - outcomes.percentile(0.1587)) / 2;
        assertThat(spread).isCloseTo(1.2693, within(0.02));
    }

    /** N(10, 2) + Tri(5, 10, 15) + U(8, 12), drawn each for itself: mean 30, variance 4 + 25/6 + 4/3 = 9.5. */
    @Test
    void means_and_variances_of_what_follows_one_another_add_up() {
        var network = Network.of(
                List.of(any("normal"), any("triangular"), any("uniform")),
                List.of(link("normal", "triangular"), link("triangular", "uniform")));
        var known = Map.of(
                "normal", new Takes(START, probability -> 10 + 2 * standardNormal(probability)),
                "triangular", takes(5, 10, 15),
                "uniform", new Takes(START, probability -> 8 + 4 * probability));
        var outcomes = run(network, "uniform", known);
        assertThat(outcomes.mean() - START).isCloseTo(30, within(0.03));
        var variance = IntStream.range(0, 1_000)
                .mapToDouble(each -> outcomes.percentile((each + 0.5) / 1_000) - outcomes.mean())
                .map(deviation -> deviation * deviation)
                .average()
                .orElseThrow();
        assertThat(variance).isCloseTo(9.5, within(0.1));
    }

    /** Abramowitz and Stegun 26.2.23: off by less than 0.00045. */
    private static double standardNormal(double probability) {
        var t = Math.sqrt(-2 * Math.log(Math.min(probability, 1 - probability)));
        var upper =
                t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
        return probability < 0.5 ? -upper : upper;
    }

    @Test
    void where_two_paths_meet_the_end_is_later_than_that_of_each() {
        var network = Network.of(
                List.of(any("one"), any("other"), any("end")), List.of(link("one", "end"), link("other", "end")));
        var uniform = Map.of(
                "one", new Takes(START, probability -> 10 * probability),
                "other", new Takes(START, probability -> 10 * probability));
        var alone = run(network, "one", uniform);
        var merged = run(network, "end", uniform);
        assertThat(alone.mean() - START).isCloseTo(5, within(0.05));
        // The larger of two uniform draws: mean 2/3, and both stay below x with probability x squared.
        assertThat(merged.mean() - START).isCloseTo(20 / 3.0, within(0.05));
        assertThat(merged.shareUpTo(START + 5)).isCloseTo(0.25, within(0.01));
    }

    @Test
    void what_ended_is_fixed_and_what_was_promised_may_still_have_to_wait() {
        var network = Network.of(List.of(any("first"), any("end")), List.of(link("first", "end")));
        var ended = Map.of("first", new Ended(START - 100), "end", takes(4, 4, 4));
        assertThat(run(network, "end", ended).percentile(0.5)).isEqualTo(START + 4);
        var waits = Map.of("first", takes(20, 20, 20), "end", new Ends(probability -> START + 10));
        assertThat(run(network, "end", waits).percentile(0.5)).isEqualTo(START + 20);
        var alone = Map.of("first", takes(2, 2, 2), "end", new Ends(probability -> START + 10));
        assertThat(run(network, "end", alone).percentile(0.5)).isEqualTo(START + 10);
    }

    @Test
    void nothing_that_is_open_ends_before_today_and_what_nothing_is_known_of_takes_no_time() {
        var network = Network.of(List.of(any("first"), any("end")), List.of(link("first", "end")));
        var past = Map.of("first", new Ends(probability -> START - 30), "end", new Ends(probability -> START - 60));
        assertThat(run(network, "end", past).percentile(0.99)).isEqualTo(START);
        assertThat(run(network, "end", Map.of("first", takes(3, 3, 3))).percentile(0.5))
                .isEqualTo(START + 3);
    }

    @Test
    void all_kinds_of_links_hold_with_their_lags() {
        for (var expected : Map.of(
                        LinkType.FINISH_TO_START, 3 + 2 + 4.0,
                        LinkType.START_TO_START, 2 + 4.0,
                        LinkType.FINISH_TO_FINISH, 3 + 2.0,
                        LinkType.START_TO_FINISH, 4.0)
                .entrySet()) {
            var network = Network.of(
                    List.of(any("first"), any("end")), List.of(new Link<>("first", "end", expected.getKey(), 2)));
            assertThat(run(network, "end", Map.of("first", takes(3, 3, 3), "end", takes(4, 4, 4)))
                            .percentile(0.5))
                    .as(expected.getKey().name())
                    .isEqualTo(START + expected.getValue());
        }
    }

    @Test
    void durations_are_working_days_and_go_on_evenly_within_a_day() {
        var friday = (double) LocalDate.of(2026, 7, 10).toEpochDay();
        assertThat(Trials.later(FEDERAL, friday, 0.5)).isEqualTo(friday + 0.5);
        assertThat(Trials.later(FEDERAL, friday, 1)).isEqualTo(friday + 1);
        assertThat(Trials.later(FEDERAL, friday, 1.25)).isEqualTo(friday + 3.25);
        assertThat(Trials.later(FEDERAL, friday + 1.75, 1)).isEqualTo(friday + 4);
        assertThat(Trials.later(FEDERAL, friday + 4, -1)).isEqualTo(friday + 1);
    }

    @Test
    void only_what_it_waits_for_is_drawn() {
        var network = Network.of(
                List.of(any("first"), any("end"), any("after"), any("aside")),
                List.of(link("first", "end"), link("end", "after"), link("aside", "after")));
        assertThat(Trials.of(network, "end", START, key -> null).size()).isEqualTo(2);
        assertThat(Trials.of(network, "after", START, key -> null).size()).isEqualTo(4);
    }

    @Test
    void of_too_many_fewer_trials_are_made_and_of_far_too_many_none() {
        assertThat(chain(1_000).affordable(10_000)).isEqualTo(10_000);
        assertThat(chain(1_001).affordable(10_000)).isEqualTo(9_990);
        assertThat(chain(10_000).affordable(10_000)).isEqualTo(1_000);
        assertThatThrownBy(() -> chain(10_001).affordable(10_000))
                .hasMessage(
                        "It waits for 10,000 others: only 999 trials could be made in time, and fewer than 1,000 say"
                                + " too little.");
    }

    private static Trials<Integer> chain(int size) {
        var activities = IntStream.range(0, size)
                .mapToObj(key -> new Activity<>(key, 0, WorkCalendar.EVERY_DAY))
                .toList();
        var links = IntStream.range(1, size)
                .mapToObj(key -> new Link<>(key - 1, key, LinkType.FINISH_TO_START, 0))
                .toList();
        return Trials.of(Network.of(activities, links), size - 1, START, key -> null);
    }

    @Test
    void of_a_lone_one_percentiles_are_those_of_its_distribution_whatever_the_seed() {
        var steps = ReferenceClass.of(DoubleStream.of(0, 0.1, 0.2, 0.3, 0.4, 0.6, 1.5, 3, 7, 9)
                .mapToObj(share -> new Outcome(share, false))
                .toList());
        var late = steps.percentilesBeyond(0.4);
        var network = Network.of(List.of(any("end")), List.of());
        for (var seed = 0; seed < 50; seed++) {
            var whole = ends(network, probability -> 100 * steps.percentile(probability), seed);
            var rest = ends(network, probability -> 100 * late.applyAsDouble(probability), seed);
            for (var share : List.of(0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.8, 0.95, 1.0)) {
                assertThat(whole.percentile(share) - START)
                        .as("P%s, seed %s", share, seed)
                        .isEqualTo(100 * steps.percentile(share));
            }
            // Of the five that went further, four are 80 %.
            assertThat(rest.percentile(0.8) - START).as("seed %s", seed).isEqualTo(700);
            assertThat(ends(network, new Triangular(10, 20, 50)::quantile, seed).percentile(0.8) - START)
                    .isCloseTo(new Triangular(10, 20, 50).quantile(0.8), within(0.005));
        }
    }

    private static Outcomes ends(Network<String> network, DoubleUnaryOperator days, long seed) {
        return Trials.of(network, "end", START, key -> new Ends(probability -> START + days.applyAsDouble(probability)))
                .run(10_000, seed);
    }

    @Test
    void the_same_seed_gives_the_same_answer() {
        var network = Network.of(List.of(any("first"), any("end")), List.of(link("first", "end")));
        var trials = Trials.of(network, "end", START, key -> takes(1, 5, 20));
        assertThat(trials.run(500, 8).percentile(0.5))
                .isEqualTo(trials.run(500, 8).percentile(0.5));
        assertThat(trials.run(500, 8).percentile(0.5))
                .isNotEqualTo(trials.run(500, 9).percentile(0.5));
    }
}
