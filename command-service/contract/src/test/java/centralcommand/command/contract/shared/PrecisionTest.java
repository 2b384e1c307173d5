package centralcommand.command.contract.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PrecisionTest {

    @ParameterizedTest
    @CsvSource({
        "DAY,        2024-09-01, 2024-09-01, 2024-09-01",
        "MONTH,      2024-02-03, 2024-02-01, 2024-02-29",
        "QUARTER,    2026-01-01, 2026-01-01, 2026-03-31",
        "QUARTER,    2026-12-31, 2026-10-01, 2026-12-31",
        "SEASON,     2024-06-01, 2024-06-01, 2024-08-31",
        "SEASON,     2025-11-30, 2025-09-01, 2025-11-30",
        "SEASON,     2024-12-15, 2024-12-01, 2025-02-28",
        "SEASON,     2024-01-15, 2023-12-01, 2024-02-29",
        "SEASON,     2024-03-01, 2024-03-01, 2024-05-31",
        "HALF,       2026-07-01, 2026-07-01, 2026-12-31",
        "HALF,       2026-06-30, 2026-01-01, 2026-06-30",
        "EARLY_YEAR, 2027-02-10, 2027-01-01, 2027-03-31",
        "MID_YEAR,   2026-06-30, 2026-04-01, 2026-06-30",
        "LATE_YEAR,  2023-11-01, 2023-10-01, 2023-12-31",
        "YEAR,       2023-05-05, 2023-01-01, 2023-12-31",
        "FISCAL_YEAR,2026-06-30, 2025-07-01, 2026-06-30",
    })
    void a_date_is_kept_by_the_last_day_of_its_period_and_knows_the_first(
            Precision precision, LocalDate said, LocalDate first, LocalDate last) {
        StatedDate stated = new StatedDate(said, precision, "");

        assertThat(stated.date()).isEqualTo(last);
        assertThat(stated.first()).isEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void a_period_holds_every_day_from_its_first_to_its_last(Precision precision) {
        LocalDate start = LocalDate.of(2023, 1, 1);
        for (LocalDate day = start; day.isBefore(start.plusYears(2)); day = day.plusDays(1)) {
            LocalDate last = precision.last(day);
            assertThat(precision.last(last)).isEqualTo(last);
            assertThat(precision.first(last)).isBeforeOrEqualTo(last);
            if (precision != Precision.EARLY_YEAR
                    && precision != Precision.MID_YEAR
                    && precision != Precision.LATE_YEAR) {
                assertThat(day).isBetween(precision.first(last), last);
            }
        }
    }

    @Test
    void the_nominal_width_is_never_more_than_the_real_period() {
        for (Precision precision : Precision.values()) {
            for (int month = 1; month <= 12; month++) {
                LocalDate last = precision.last(LocalDate.of(2023, month, 1));
                long days = precision.first(last).until(last, java.time.temporal.ChronoUnit.DAYS) + 1;
                assertThat((long) precision.widthDays()).isLessThanOrEqualTo(days);
            }
        }
    }
}
