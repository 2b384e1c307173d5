package centralcommand.standalone.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
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
    void ten_failures_are_let_through_and_the_eleventh_attempt_waits() {
        fail(10, "energy", "10.0.0.1");
        assertThat(attempts.begin("energy", "10.0.0.1")).contains(Duration.ofSeconds(6));
    }

    @Test
    void attempts_that_succeed_are_never_slowed_down() {
        for (int i = 0; i < 1000; i++) {
            assertThat(attempts.begin("energy", "10.0.0.1")).isEmpty();
            attempts.succeeded("energy", "10.0.0.1");
        }
    }

    @Test
    void a_minute_later_all_attempts_are_back() {
        fail(10, "energy", "10.0.0.1");
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        fail(10, "energy", "10.0.0.1");
        assertThat(attempts.begin("energy", "10.0.0.1")).isPresent();
    }

    @Test
    void nobody_can_lock_an_account_for_those_who_come_from_elsewhere() {
        fail(10, "energy", "10.0.0.1");
        assertThat(attempts.begin("energy", "10.0.0.2")).isEmpty();
    }

    @Test
    void an_address_that_tries_many_names_is_stopped_too() {
        for (int i = 0; i < 100; i++) {
            fail(1, "kim-" + i, "10.0.0.1");
        }
        assertThat(attempts.begin("energy", "10.0.0.1")).isPresent();
        assertThat(attempts.begin("energy", "10.0.0.2")).isEmpty();
    }

    private void fail(int times, String account, String address) {
        for (int i = 0; i < times; i++) {
            assertThat(attempts.begin(account, address)).isEmpty();
        }
    }
}
