package centralcommand.schedule.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import centralcommand.schedule.risk.ReferenceClass.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReferenceClassTest {
    private static Stream<Outcome> ended(double... shares) {
        return Arrays.stream(shares).mapToObj(share -> new Outcome(share, false));
    }

    private static Stream<Outcome> open(double... shares) {
        return Arrays.stream(shares).mapToObj(share -> new Outcome(share, true));
    }

    private static ReferenceClass of(Stream<Outcome> ended, Stream<Outcome> open) {
        return ReferenceClass.of(Stream.concat(ended, open).toList());
    }

    @Test
    void an_estimate_of_two_billion_with_thirty_nine_percent_is_2_78_billion() {
        assertThat(ReferenceClass.uplifted(2e9, 0.39)).isCloseTo(2.78e9, within(0.001));
        assertThat(ReferenceClass.uplifted(100, 0)).isEqualTo(100);
        assertThat(ReferenceClass.uplifted(100, -0.25)).isEqualTo(75);
    }

    @Test
    void without_open_ones_percentiles_are_those_of_the_outcomes() {
        var five = of(ended(0, 0.1, 0.4, 1.5, 3), Stream.of());
        assertThat(five.percentile(0.2)).isEqualTo(0);
        assertThat(five.percentile(0.21)).isEqualTo(0.1);
        assertThat(five.percentile(0.5)).isEqualTo(0.4);
        assertThat(five.percentile(0.8)).isEqualTo(1.5);
        assertThat(five.percentile(1)).isEqualTo(3);
        assertThat(five.isAtLeast(1)).isFalse();
        assertThat(five.resolved()).isEqualTo(5);
        assertThat(five.open()).isZero();
    }

    /** Kaplan and Meier by hand: 6, 6, 6 of 21 ended, 6+ left, 7 of 17, 9+, 10 of 15, as in the trial of Freireich (1963). */
    @Test
    void one_that_is_open_counts_as_long_as_it_is_known() {
        var trial = of(ended(6, 6, 6, 7, 10, 13, 16, 22, 23), open(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35));
        // Survival 0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448 after 6, 7, 10, 13, 16, 22, 23.
        assertThat(trial.percentile(0.1428)).isEqualTo(6);
        assertThat(trial.percentile(0.1432)).isEqualTo(7);
        assertThat(trial.percentile(0.37)).isEqualTo(16);
        assertThat(trial.percentile(0.38)).isEqualTo(22);
        assertThat(trial.percentile(0.5)).isEqualTo(23);
        assertThat(trial.isAtLeast(0.5)).isFalse();
        assertThat(trial.resolved()).isEqualTo(9);
        assertThat(trial.open()).isEqualTo(12);
    }

    @Test
    void what_rests_on_the_largest_open_one_is_at_least_so_much() {
        var late = of(ended(0, 0.5), open(0.2, 2));
        // One of four ends at 0, one of the two that are left at 0.5: 62.5 % are known to have ended by then.
        assertThat(late.percentile(0.625)).isEqualTo(0.5);
        assertThat(late.isAtLeast(0.625)).isFalse();
        assertThat(late.percentile(0.63)).isEqualTo(2);
        assertThat(late.isAtLeast(0.63)).isTrue();
    }

    @Test
    void of_one_that_is_late_already_only_those_count_that_went_further() {
        var five = of(ended(0, 0.1, 0.4, 1.5, 3), Stream.of());
        assertThat(five.percentilesBeyond(0.1).applyAsDouble(0)).isEqualTo(0.4);
        assertThat(five.percentilesBeyond(0.1).applyAsDouble(0.33)).isEqualTo(0.4);
        assertThat(five.percentilesBeyond(0.1).applyAsDouble(0.34)).isEqualTo(1.5);
        assertThat(five.percentilesBeyond(0.1).applyAsDouble(1)).isEqualTo(3);
        assertThat(five.percentilesBeyond(-0.5).applyAsDouble(0.2)).isEqualTo(five.percentile(0.2));
        assertThat(five.beyond(2.9)).isEqualTo(1);
        assertThat(five.beyond(3)).isZero();
        assertThatThrownBy(() -> five.percentilesBeyond(3)).hasMessageContaining("No promise");
    }

    @Test
    void the_furthest_one_that_is_still_open_did_not_end_beyond_anything() {
        var late = of(ended(0, 0.5), open(0.2, 2));
        assertThat(late.beyond(-1)).isEqualTo(2);
        assertThat(late.beyond(0.4)).isEqualTo(1);
        assertThat(late.beyond(0.6)).isZero();
        assertThat(late.percentilesBeyond(0.4).applyAsDouble(1)).isEqualTo(2);
        assertThatThrownBy(() -> late.percentilesBeyond(0.6)).hasMessageContaining("known to have ended");
    }

    @Test
    void a_class_of_none_is_refused() {
        assertThatThrownBy(() -> ReferenceClass.of(List.of())).hasMessageContaining("at least one");
    }
}
