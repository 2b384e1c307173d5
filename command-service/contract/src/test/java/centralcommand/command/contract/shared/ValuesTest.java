package centralcommand.command.contract.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centralcommand.command.contract.program.ProgramId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "Ucore", "ucore_smc", "-ucore", "ucore-", "ucore--smc", "ucore smc", "ücore", "../etc"})
    void an_id_is_kebab_case(String wrong) {
        assertThatThrownBy(() -> new ProgramId(wrong))
                .hasMessageContaining("lower-case letters, digits and single hyphens");
    }

    @Test
    void an_id_has_at_most_64_characters() {
        assertThat(new ProgramId("a".repeat(64)).value()).hasSize(64);
        assertThatThrownBy(() -> new ProgramId("a".repeat(65))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void money_keeps_every_cent_and_takes_no_fraction_of_one() {
        assertThat(Money.usd("5").amount()).isEqualTo(new BigDecimal("5.00"));
        assertThat(Money.usd("5.10")).isEqualTo(Money.usd("5.1"));
        assertThatThrownBy(() -> Money.usd("5.001")).hasMessageContaining("at most 2");
        assertThat(new Money(new BigDecimal("7"), Currency.getInstance("JPY")).amount())
                .isEqualTo(new BigDecimal("7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000000000000000", "1e999999", "1e16"})
    void money_has_at_most_15_digits_before_the_point(String tooMuch) {
        assertThatThrownBy(() -> Money.usd(tooMuch)).hasMessageContaining("15 digits");
    }

    @Test
    void tonnes_are_never_negative_and_equal_when_they_are_as_many() {
        assertThat(new Tonnes(new BigDecimal("10.50"))).isEqualTo(new Tonnes(new BigDecimal("10.5")));
        assertThat(new Tonnes(new BigDecimal("1E+4")).value().toString()).isEqualTo("10000");
        assertThatThrownBy(() -> new Tonnes(new BigDecimal("-0.001"))).hasMessageContaining("zero or more");
        assertThatThrownBy(() -> new Tonnes(new BigDecimal("1e10"))).hasMessageContaining("9 digits");
    }

    @Test
    void a_day_ends_at_midnight_in_washington() {
        Clock lateEvening = Clock.fixed(Instant.parse("2026-03-02T03:30:00Z"), ZoneOffset.UTC);

        assertThat(Washington.today(lateEvening)).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(Washington.endOf(LocalDate.of(2026, 3, 1))).isEqualTo("2026-03-02T05:00:00Z");
        assertThat(Washington.endOf(LocalDate.of(2026, 7, 1))).isEqualTo("2026-07-02T04:00:00Z");
    }

    @Test
    void who_made_an_event_survives_its_metadata() {
        Authorship kim = new Authorship(
                "energy.approver",
                new Agency("energy"),
                List.of(Role.AGENCY_APPROVER, Role.AGENCY_STAFF),
                "0199-a",
                "report-forecast");
        Authorship czar = new Authorship("czar", null, List.of(Role.CZAR), "0199-b", "approve-program");

        assertThat(Authorship.fromMetadata(kim.toMetadata())).isEqualTo(kim);
        assertThat(Authorship.fromMetadata(czar.toMetadata())).isEqualTo(czar);
        assertThatThrownBy(() -> Authorship.fromMetadata(Map.of("actor", "kim")))
                .hasMessageContaining("commandId");
    }

    @Test
    void what_a_command_leaves_out_of_its_provenance_is_said_today_by_a_person() {
        LocalDate today = LocalDate.of(2026, 3, 1);

        assertThat(Stated.PLAIN.provenance(today))
                .isEqualTo(new Provenance(
                        today,
                        null,
                        "",
                        Provenance.Confidence.HIGH,
                        Provenance.Marking.NONE,
                        Provenance.Channel.TYPED));
    }
}
