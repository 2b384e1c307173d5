package centralcommand.schedule.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
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

    private static final Outcomes CHAIN = Outcomes.of(
            TRIALS,
            1,
            random -> DURATIONS.stream()
                    .mapToDouble(duration -> duration.quantile(random.nextDouble()))
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
        var outcomes = Outcomes.of(100_000, 7, random -> triangular.quantile(random.nextDouble()));
        assertThat(outcomes.shareUpTo(triangular.quantile(probability))).isCloseTo(probability, within(0.006));
    }

    @Test
    void the_same_seed_gives_the_same_outcomes_and_another_others() {
        assertThat(Outcomes.of(100, 3, random -> random.nextDouble()).mean())
                .isEqualTo(Outcomes.of(100, 3, random -> random.nextDouble()).mean())
                .isNotEqualTo(Outcomes.of(100, 4, random -> random.nextDouble()).mean());
    }

    @Test
    void what_is_certain_has_no_spread_and_what_is_out_of_order_is_refused() {
        assertThat(new Triangular(3, 3, 3).quantile(0.9)).isEqualTo(3);
        assertThatThrownBy(() -> new Triangular(3, 2, 4)).hasMessageContaining("in that order");
        assertThatThrownBy(() -> new Triangular(Double.NaN, 2, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Triangular(Double.NEGATIVE_INFINITY, 2, 4)).hasMessageContaining("finite");
        assertThatThrownBy(() -> new Triangular(1, 2, Double.POSITIVE_INFINITY)).hasMessageContaining("finite");
        assertThatThrownBy(() -> Outcomes.of(0, 1, random -> 0)).hasMessageContaining("at least once");
    }
}
