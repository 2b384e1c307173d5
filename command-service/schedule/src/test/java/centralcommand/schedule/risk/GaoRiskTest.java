package centralcommand.schedule.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GAO-16-89G, table 2: seven activities with three-point durations, here one after the other, against closed forms. */
class GaoRiskTest {
    private static final int TRIALS = 200_000;
    private static final List<Triangular> DURATIONS = List.of(
            new Triangular(3, 4, 6),
            new Triangular(1, 1, 2),
            new Triangular(3, 5, 6),
            new Triangular(1, 1, 2),
            new Triangular(2, 3, 4),
            new Triangular(2, 3, 4),
            new Triangular(2, 3, 5));

    private static final Draws DRAWS = Draws.of(DURATIONS.size(), TRIALS, 1);
    private static final Outcomes CHAIN = Outcomes.of(
            TRIALS,
            trial -> IntStream.range(0, DURATIONS.size())
                    .mapToDouble(place -> DURATIONS.get(place).quantile(DRAWS.probability(place, trial)))
                    .sum());

    @Test
    void the_most_likely_sum_is_a_hopeful_one() {
        assertThat(DURATIONS.stream().mapToDouble(Triangular::mode).sum()).isEqualTo(20);
        assertThat(CHAIN.shareUpTo(20)).isCloseTo(0.22, within(0.01));
    }

    @Test
    void mean_and_spread_are_those_of_the_closed_form() {
        var mean = DURATIONS.stream().mapToDouble(Triangular::mean).sum();
        var deviation =
                Math.sqrt(DURATIONS.stream().mapToDouble(Triangular::variance).sum());
        assertThat(mean).isCloseTo(21.00, within(1e-9));
        assertThat(deviation).isCloseTo(1.2693, within(5e-5));
        var error = 5 * deviation / Math.sqrt(TRIALS);
        assertThat(CHAIN.mean()).isCloseTo(mean, within(error));
        assertThat(CHAIN.percentile(0.5)).isCloseTo(21.0, within(0.03));
        assertThat(CHAIN.percentile(0.8)).isCloseTo(22.08, within(0.03));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.05, 0.25, 1 / 3.0, 0.5, 0.8, 1})
    void a_quantile_is_exceeded_with_the_rest_of_the_probability(double probability) {
        var triangular = new Triangular(2, 3, 5);
        var draws = Draws.of(1, 100_000, 7);
        var outcomes = Outcomes.of(100_000, trial -> triangular.quantile(draws.probability(0, trial)));
        assertThat(outcomes.shareUpTo(triangular.quantile(probability))).isCloseTo(probability, within(1e-5));
        assertThat(outcomes.percentile(probability)).isCloseTo(triangular.quantile(probability), within(0.006));
    }

    @Test
    void a_percentile_is_the_smallest_outcome_that_reaches_the_share() {
        var outcomes = Outcomes.of(10, trial -> trial < 5 ? 1 : 2);
        assertThat(outcomes.percentile(0)).isEqualTo(1);
        assertThat(outcomes.percentile(0.5)).isEqualTo(1);
        assertThat(outcomes.percentile(0.51)).isEqualTo(2);
        assertThat(outcomes.percentile(1)).isEqualTo(2);
        // In binary, 0.56 of 25 is a little more than 14.
        assertThat(Outcomes.of(25, trial -> trial).percentile(0.56)).isEqualTo(13);
    }

    @Test
    void what_is_certain_has_no_spread_and_what_is_out_of_order_is_refused() {
        assertThat(new Triangular(3, 3, 3).quantile(0.9)).isEqualTo(3);
        assertThatThrownBy(() -> new Triangular(3, 2, 4)).hasMessageContaining("in that order");
        assertThatThrownBy(() -> new Triangular(Double.NaN, 2, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Triangular(Double.NEGATIVE_INFINITY, 2, 4)).hasMessageContaining("finite");
        assertThatThrownBy(() -> new Triangular(1, 2, Double.POSITIVE_INFINITY)).hasMessageContaining("finite");
        assertThatThrownBy(() -> Outcomes.of(0, trial -> 0)).hasMessageContaining("at least once");
    }
}
