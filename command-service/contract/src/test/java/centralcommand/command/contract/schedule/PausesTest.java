package centralcommand.command.contract.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PausesTest {
    @ParameterizedTest
    @CsvSource({"2026-03-02, 2026-06-02", "2025-11-30, 2026-02-28", "2027-11-29, 2028-02-29", "2026-12-31, 2027-03-31"})
    void a_pause_holds_until_the_same_day_three_months_later_or_the_last_of_a_shorter_month(
            LocalDate statedOn, LocalDate lastDay) {
        assertThat(Pauses.heldUntil(statedOn)).isEqualTo(lastDay);
    }
}
