package centralcommand.standalone.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Attempts attempts = new Attempts(new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    @Test
    void ten_failures_are_let_through_and_the_eleventh_attempt_waits() throws Exception {
        fail(10, "energy", "10.0.0.1");
        assertThat(waits("energy", "10.0.0.1")).contains(Duration.ofSeconds(6));
    }

    @Test
    void attempts_that_succeed_are_never_slowed_down() throws Exception {
        for (int i = 0; i < 1000; i++) {
            assertThat(waits("energy", "10.0.0.1")).isEmpty();
        }
    }

    @Test
    void a_minute_later_all_attempts_are_back() throws Exception {
        fail(10, "energy", "10.0.0.1");
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        fail(10, "energy", "10.0.0.1");
        assertThat(waits("energy", "10.0.0.1")).isPresent();
    }

    @Test
    void nobody_can_lock_an_account_for_those_who_come_from_elsewhere() throws Exception {
        fail(10, "energy", "10.0.0.1");
        assertThat(waits("energy", "10.0.0.2")).isEmpty();
    }

    @Test
    void an_address_that_tries_many_names_is_stopped_too() throws Exception {
        for (int i = 0; i < 100; i++) {
            fail(1, "kim-" + i, "10.0.0.1");
        }
        assertThat(waits("energy", "10.0.0.1")).isPresent();
        assertThat(waits("energy", "10.0.0.2")).isEmpty();
    }

    @Test
    void those_that_fail_at_the_same_time_beyond_the_allowance_are_paid_for_later() throws Exception {
        fail(9, "energy", "10.0.0.1");
        try (Attempts.Turn one = attempts.begin("energy", "10.0.0.1");
                Attempts.Turn other = attempts.begin("energy", "10.0.0.1")) {
            assertThat(one.mustWait()).isEmpty();
            assertThat(other.mustWait()).isEmpty();
            one.failed();
            other.failed();
        }
        assertThat(waits("energy", "10.0.0.1")).contains(Duration.ofSeconds(12));
    }

    private Optional<Duration> waits(String account, String address) throws InterruptedException {
        try (Attempts.Turn turn = attempts.begin(account, address)) {
            return turn.mustWait();
        }
    }

    private void fail(int times, String account, String address) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            try (Attempts.Turn turn = attempts.begin(account, address)) {
                assertThat(turn.mustWait()).isEmpty();
                turn.failed();
            }
        }
    }
}
