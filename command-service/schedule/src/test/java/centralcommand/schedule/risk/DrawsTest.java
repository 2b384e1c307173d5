package centralcommand.schedule.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawsTest {
    private static final int TRIALS = 10_000;
    private static final int THINGS = 8;
    private static final Draws DRAWS = Draws.of(THINGS, TRIALS, 5);

    private static DoubleStream column(Draws draws, int thing, int trials) {
        return IntStream.range(0, trials).mapToDouble(trial -> draws.probability(thing, trial));
    }

    @Test
    void of_each_thing_every_stratum_comes_once_by_its_middle() {
        for (var thing = 0; thing < THINGS; thing++) {
            assertThat(column(DRAWS, thing, TRIALS).sorted().toArray())
                    .isEqualTo(IntStream.range(0, TRIALS)
                            .mapToDouble(stratum -> (stratum + 0.5) / TRIALS)
                            .toArray());
        }
    }

    @Test
    void things_are_drawn_independently_of_each_other_and_of_the_order_of_trials() {
        for (var one = 0; one < THINGS; one++) {
            assertThat(correlation(one, IntStream.range(0, TRIALS).mapToDouble(trial -> (trial + 0.5) / TRIALS)))
                    .isCloseTo(0, within(4 / Math.sqrt(TRIALS)));
            for (var other = 0; other < one; other++) {
                assertThat(correlation(one, column(DRAWS, other, TRIALS))).isCloseTo(0, within(4 / Math.sqrt(TRIALS)));
            }
        }
    }

    private static double correlation(int one, DoubleStream other) {
        var with = other.toArray();
        return 12
                * IntStream.range(0, TRIALS)
                        .mapToDouble(trial -> (DRAWS.probability(one, trial) - 0.5) * (with[trial] - 0.5))
                        .average()
                        .orElseThrow();
    }

    /** Ten by ten cells hold 100 trials each; their chi-square has 81 degrees of freedom, for the sums of rows and columns are exact. */
    @Test
    void two_things_fill_their_square_evenly() {
        var cells = new int[100];
        IntStream.range(0, TRIALS)
                .forEach(trial -> cells[
                        (int) (DRAWS.probability(0, trial) * 10) * 10 + (int) (DRAWS.probability(1, trial) * 10)]++);
        var square = IntStream.of(cells)
                .mapToDouble(cell -> (cell - 100) * (cell - 100) / 100.0)
                .sum();
        assertThat(square).isBetween(81 - 4 * Math.sqrt(2 * 81), 81 + 4 * Math.sqrt(2 * 81));
    }

    @Test
    void the_same_seed_gives_the_same_draws_and_another_others() {
        assertThat(column(Draws.of(2, 100, 3), 1, 100).toArray())
                .isEqualTo(column(Draws.of(2, 100, 3), 1, 100).toArray())
                .isNotEqualTo(column(Draws.of(2, 100, 4), 1, 100).toArray());
    }
}
