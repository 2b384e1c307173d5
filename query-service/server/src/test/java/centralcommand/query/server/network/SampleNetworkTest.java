package centralcommand.query.server.network;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.shared.Role;
import centralcommand.query.server.portfolio.Audience;
import centralcommand.query.server.told.History;
import centralcommand.query.server.told.Sample;
import centralcommand.query.server.view.Asker;
import centralcommand.query.server.view.Sight;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checked by hand against dependencies.csv, milestones.csv and milestone_updates.csv. */
class SampleNetworkTest {
    private static final History SAMPLE = Sample.history();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static Outlook czar(@Nullable LocalDate statedBy) {
        return Disclosure.outlook(Sight.of(
                SAMPLE.world(),
                Audience.CZAR,
                new Asker("czar", null, Set.of(Role.CZAR)),
                statedBy == null ? TODAY : statedBy,
                null,
                statedBy,
                SAMPLE.past(TODAY)));
    }

    private static Map<String, Long> hidden(String statedBy) {
        return czar(LocalDate.parse(statedBy)).hidden().values().stream()
                .collect(Collectors.toMap(
                        slip -> slip.milestone().id().value(),
                        Outlook.Hidden::days,
                        (one, other) -> one,
                        TreeMap::new));
    }

    @Test
    void seven_milestones_wait_for_something_with_a_date() {
        Outlook outlook = czar(null);
        Map<String, String> implied = new TreeMap<>();
        outlook.portfolio()
                .milestones()
                .forEach(milestone -> outlook.implied(milestone.id())
                        .ifPresent(span -> implied.put(milestone.id().value(), span.first() + " to " + span.last())));
        assertThat(implied)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "mp-10x-commission", "2026-04-01 to 2026-06-30",
                        "mp-ind-magnet", "2026-04-01 to 2026-06-30",
                        "cyclic-mcbee-ops", "2025-12-15 to 2025-12-15",
                        "ef-phase2", "2027-04-01 to 2027-06-30",
                        "doe-ree-open", "2024-07-01 to 2024-07-31",
                        "dod-2027", "2027-01-01 to 2027-01-01",
                        "eu-mou", "2026-07-13 to 2026-07-13"));
    }

    @Test
    void no_slip_moves_one_who_waits_and_nine_move_the_end_of_their_program() {
        Outlook outlook = czar(null);
        Map<String, Long> ends = new TreeMap<>();
        outlook.portfolio()
                .milestones()
                .forEach(milestone -> outlook.downstream(milestone).ifPresent(downstream -> {
                    assertThat(downstream.milestones()).as("%s", milestone.id()).isZero();
                    ends.put(milestone.id().value(), downstream.endDays());
                }));
        assertThat(ends).hasSize(12);
        ends.values().removeIf(days -> days == 0);
        assertThat(ends)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "arafura-fid", 1_399L,
                        "ucore-first-prod", 1_096L,
                        "mp-st2-ndpr", 1_003L,
                        "rer-demo-ops", 118L,
                        "ef-phase2", 456L,
                        "lynas-hre-ops", 365L,
                        "eu-mou", 49L,
                        "dfars-effect", 365L,
                        "usar-still-prod", 821L));
    }

    @Test
    void today_none_of_them_is_open_and_earlier_than_what_it_waits_for() {
        assertThat(czar(null).hidden()).isEmpty();
    }

    /** The application window was promised for June 2022; the study that it waits for was promised in April 2023 for July 2024. */
    @ParameterizedTest
    @CsvSource({"2023-04-03,false", "2023-04-04,true", "2025-08-12,true", "2025-08-13,false"})
    void the_demonstration_facility_hid_762_days_until_its_date_was_doubted(String statedBy, boolean hides) {
        assertThat(hidden(statedBy)).isEqualTo(hides ? Map.of("doe-ree-open", 762L) : Map.of());
    }

    /** Magnets by the end of 2025 waited for a circuit that was to be commissioned in mid-2026; they were made without it. */
    @ParameterizedTest
    @CsvSource({"2025-11-06,false", "2025-11-07,true", "2026-02-27,true", "2026-02-28,false"})
    void the_texas_magnets_waited_for_a_circuit_promised_half_a_year_later(String statedBy, boolean hides) {
        assertThat(hidden(statedBy).get("mp-ind-magnet")).isEqualTo(hides ? Long.valueOf(181) : null);
    }

    /** Thirty days for a memorandum that waited for a window of 180. */
    @ParameterizedTest
    @CsvSource({"2026-02-03,false", "2026-02-04,true", "2026-04-23,true", "2026-04-24,false"})
    void the_memorandum_was_promised_before_the_window_that_it_waits_for_ends(String statedBy, boolean hides) {
        assertThat(hidden(statedBy).get("eu-mou")).isEqualTo(hides ? Long.valueOf(129) : null);
    }

    @Test
    void of_23_links_seven_say_something_of_a_date() {
        Outlook outlook = czar(null);
        assertThat(outlook.portfolio().links()).hasSize(23);
        assertThat(outlook.speakingLinks()).isEqualTo(7);
        assertThat(outlook.leftOut()).isEmpty();
        assertThat(outlook.has(new MilestoneId("doe-ree-select"))).isTrue();
    }
}
