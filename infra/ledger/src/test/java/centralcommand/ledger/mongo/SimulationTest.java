package centralcommand.ledger.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.ledger.mongo.History.Removed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Random histories of the real writer over a simulated replica set. {@code infra/ledger/simulate} runs as many as there is time for. */
class SimulationTest {
    private static final Logger LOG = LoggerFactory.getLogger(SimulationTest.class);
    private static final long HISTORIES = 3_000;
    private static final Duration AT_MOST = Duration.ofSeconds(20);
    private static final Duration TWIN_MENDS_WITHIN = Duration.ofSeconds(8);

    @Test
    void in_no_random_history_is_anything_lost_doubled_left_out_or_put_in_another_order() {
        var end = System.nanoTime() + AT_MOST.toNanos();
        var wrong = new ArrayList<String>();
        var seed = 0L;
        var commits = 0L;
        while (seed < HISTORIES && System.nanoTime() < end) {
            seed++;
            var ended = History.run(seed);
            commits += ended.commits();
            if (!ended.wrong().isEmpty()) {
                wrong.add("seed %d: %s".formatted(seed, ended.wrong()));
            }
        }
        LOG.info("{} histories with {} commits ran", seed, commits);
        assertThat(wrong).isEmpty();
    }

    @Test
    void one_seed_is_one_history() {
        for (var seed = 1L; seed <= 20; seed++) {
            assertThat(History.run(seed)).isEqualTo(History.run(seed));
        }
    }

    /** A simulation that finds nothing proves nothing, so it is shown mistakes that it must find. */
    @Test
    void random_histories_find_what_goes_wrong_without_a_rule() {
        assertFound(new Rules(), slots -> slots.oneInFlight = false);
        assertFound(new Rules(), slots -> slots.readsMajority = false);
        assertFound(
                new Rules() {
                    @Override
                    boolean insertsAgain(Inserted.Unknown unknown) {
                        return false;
                    }
                },
                slots -> {});
        assertFound(
                new Rules() {
                    @Override
                    boolean looksWhoTookIt() {
                        return false;
                    }
                },
                slots -> {});
    }

    private static void assertFound(Rules rules, Removed removed) {
        assertThat(LongStream.rangeClosed(1, 100)
                        .anyMatch(seed -> !History.run(seed, rules, removed, TWIN_MENDS_WITHIN)
                                .wrong()
                                .isEmpty()))
                .isTrue();
    }
}
