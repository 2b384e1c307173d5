package centralcommand.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The shipped portfolio, as the running product answers for it; the expected figures were worked out by hand from the CSV files. */
@ExtendWith(WithSample.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SampleTest {
    /** All figures are looked at from this day, on whatever day the tests run. */
    private static final String FROM = "statedBy=2026-11-23";

    private static final List<String> ACCOUNTS =
            List.of("czar", "energy", "energy.approver", "defense", "interior", "commerce", "auditor", "admin");
    private static final List<String> QUERIES = List.of(
            "board?limit=1000&" + FROM,
            "slippage?limit=1000&" + FROM,
            "funding?limit=1000&" + FROM,
            "capacity?" + FROM,
            "programs?limit=1000&" + FROM,
            "programs/rer-upton?" + FROM,
            "programs/ucore-smc?" + FROM,
            "events?limit=1000&" + FROM);

    private final RunningSystem system;

    SampleTest(RunningSystem system) {
        this.system = system;
    }

    @Test
    void there_are_55_programs_and_27_of_them_have_no_dated_milestone() {
        JsonNode programs = czar("/api/programs?limit=1000&" + FROM);

        assertThat(programs.get("rows")).hasSize(55);
        assertThat(programs.at("/coverage/programs").asInt()).isEqualTo(55);
        assertThat(programs.at("/coverage/withoutDatedMilestone").asInt()).isEqualTo(27);
        assertThat(czar("/api/board?" + FROM).at("/coverage/sentence").asString())
                .startsWith("27 of 55 programs have no dated milestone");
    }

    @Test
    void milestones_rank_by_slip_against_the_original_promise() {
        List<String> ranking = czar("/api/slippage?limit=1000&" + FROM)
                .get("rows")
                .valueStream()
                .filter(row -> !row.get("withinPrecision").asBoolean()
                        && row.path("slipVsOriginalDays").asLong() > 0)
                .map(row -> row.get("milestoneId").asString() + " "
                        + row.get("slipVsOriginalDays").asLong()
                        + (row.get("closed").asBoolean() ? " closed" : ""))
                .toList();

        assertThat(ranking)
                .containsExactly(
                        "arafura-fid 1399",
                        "doe-ree-open 1250 closed",
                        "ucore-first-prod 1096",
                        "mp-st2-ndpr 1003 closed",
                        "usar-still-prod 821",
                        "rer-demo-ops 577",
                        "rer-construct 490 closed",
                        "ef-phase2 456",
                        "mp-ind-metal 388 closed",
                        "dfars-effect 365",
                        "lynas-hre-ops 365",
                        "eu-mou 49 closed");
    }

    @ParameterizedTest
    @CsvSource({
        "arafura-fid, NO_REPORT",
        "doe-ree-open, DONE_LATE",
        "ucore-first-prod, LATE",
        "mp-st2-ndpr, DONE_LATE",
        "usar-still-prod, NO_REPORT",
        "rer-demo-ops, IN_DOUBT",
        "mp-ind-metal, DONE_LATE",
        "evac-ops, DONE",
        "wvu-phase1, NO_REPORT"
    })
    void status_follows_from_what_was_reported(String milestone, String status) {
        assertThat(row(milestone).get("status").asString()).isEqualTo(status);
    }

    /**
     * Ten more milestones, worked out by hand from {@code milestones.csv} and {@code milestone_updates.csv}. A period is kept
     * by its last day; the interval is [new.first − base.last, new.last − base.first]; a move of fewer days than the coarser
     * width (MONTH 28, QUARTER and EARLY/MID/LATE_YEAR 90, HALF 181, YEAR and FISCAL_YEAR 365) is within precision.
     *
     * <pre>
     * mp-ind-magnet     YEAR 2025 → reached YEAR 2025: 0; first days 2025-01-01, so −364 … +364
     * mp-10x-ground     YEAR 2026 → reached 2026-05-07: 7 May to 31 December is 238 days early; −238 … 2026-05-07 − 2026-01-01 = 126
     * lynas-hre-ops     fiscal year to 2025-06-30 → fiscal year to 2026-06-30: 365, as wide as the width, so a slip; 1 … 729
     * ef-phase2         YEAR 2027 → first quarter of 2029, kept as 2029-03-31: 366 (2028) + 90 = 456; 2029-01-01 − 2027-12-31 = 367 … 2029-03-31 − 2027-01-01 = 820
     * rer-construct     July 2024 → reached 2025-12-03: 31 July to 3 December a year on is 365 + 125 = 490; from 1 July 520
     * realloys-src      early 2027 (03-31) → first half of 2027 (06-30): 91, fewer than 181; 2027-01-01 − 03-31 = −89 … 180
     * s232n-report      2022-06-18 → June 2022 (06-30): 12, fewer than 28; 06-01 − 06-18 = −17 … 12
     * dfars-effect      2026-01-01 → 2027-01-01, both days: 365, no interval
     * eu-mou            2026-03-06 → reached 2026-04-24: 25 + 24 = 49 days, no interval
     * mp-hree-commission mid-2026 → mid-2026: 0 (2026-04-01 … 06-30 on both sides: −90 … 90); 30 June passed without a word
     * </pre>
     */
    @ParameterizedTest
    @CsvSource({
        "mp-ind-magnet,        0, -364,  364, true,  DONE",
        "mp-10x-ground,     -238, -238,  126, true,  DONE",
        "lynas-hre-ops,      365,    1,  729, false, IN_DOUBT",
        "ef-phase2,          456,  367,  820, false, LATE",
        "rer-construct,      490,  490,  520, false, DONE_LATE",
        "realloys-src,        91,  -89,  180, true,  ON_TRACK",
        "s232n-report,        12,  -17,   12, true,  DONE",
        "dfars-effect,       365,     ,     , false, LATE",
        "eu-mou,              49,     ,     , false, DONE_LATE",
        "mp-hree-commission,   0,  -90,   90, true,  NO_REPORT"
    })
    void ten_more_milestones_are_as_worked_out_by_hand(
            String milestone, long slip, Long least, Long most, boolean withinPrecision, String status) {
        JsonNode row = row(milestone);

        assertThat(row.get("slipVsOriginalDays").asLong()).isEqualTo(slip);
        List<Long> interval =
                row.path("slipInterval").valueStream().map(JsonNode::asLong).toList();
        assertThat(interval).isEqualTo(least == null ? List.of() : List.of(least, most));
        assertThat(row.get("withinPrecision").asBoolean()).isEqualTo(withinPrecision);
        assertThat(row.get("status").asString()).isEqualTo(status);
    }

    @Test
    void a_slip_between_years_says_how_small_and_how_large_it_may_be() {
        assertThat(row("ucore-first-prod").get("slipInterval").valueStream().map(JsonNode::asLong))
                .containsExactly(913L, 1460L);
        assertThat(row("evac-ops").get("withinPrecision").asBoolean()).isTrue();
    }

    @Test
    void on_the_stated_axis_only_what_was_stated_by_the_day_is_known() {
        JsonNode then = row("ucore-first-prod", "statedBy=2024-01-01");
        assertThat(then.at("/forecast/date").asString()).isEqualTo("2025-06-30");

        JsonNode dayBefore = row("ucore-first-prod", "statedBy=2023-12-31");
        assertThat(dayBefore.at("/forecast/date").asString()).isEqualTo("2024-12-31");
    }

    @Test
    void money_is_totalled_within_its_column_and_never_across() {
        JsonNode funding = czar("/api/funding?limit=1000&" + FROM);
        Map<String, String> totals = funding.get("columns")
                .valueStream()
                .collect(Collectors.toMap(
                        column -> column.get("column").asString(),
                        column -> column.at("/total/amount").asString() + " and "
                                + column.get("withoutAmount").asInt() + " without",
                        (one, two) -> one + "; " + two,
                        TreeMap::new));

        assertThat(totals)
                .containsExactly(
                        entry("AUTHORITY", "3740000000.00 and 1 without"),
                        entry("BOUND", "848860000.00 and 3 without"),
                        entry("CONDITIONAL", "2021000000.00 and 0 without"),
                        entry("PAID", "442273000.00 and 0 without"),
                        entry("SAID", "7498000000.00 and 0 without"),
                        entry("UNKNOWN", "10168999999.00 and 0 without"));
        assertThat(funding.propertyNames()).doesNotContain("sum", "grandTotal");
        assertThat(funding.get("rows")
                        .valueStream()
                        .filter(row -> !row.get("counted").asBoolean()))
                .isNotEmpty()
                .allSatisfy(
                        row -> assertThat(row.get("leftOutBecause").asString()).matches("(?s).*(replaced|part) .*"));
    }

    @Test
    void a_fact_stated_before_its_programs_start_is_taken() {
        List<JsonNode> before = system.api().allRows("auditor", "/api/events?limit=1000&programId=ucore-smc").stream()
                .filter(event -> event.at("/provenance/statedOn").asString().compareTo("2021-01-01") < 0)
                .toList();
        assertThat(before).isNotEmpty();
    }

    @Test
    @Order(1)
    void every_account_gets_the_same_answers_live_as_of_the_head_rebuilt_and_after_a_kill() throws IOException {
        Map<String, String> live = answers("");
        long head = system.api().head();
        assertThat(answers("&asOf=" + head)).isEqualTo(live);

        system.kill();
        system.restart();
        assertThat(system.api().head()).isEqualTo(head);
        assertThat(answers("")).isEqualTo(live);

        assertThat(system.stop()).isEqualTo(143);
        deleteAllButLedgerAndIdentity();
        system.restart();
        assertThat(system.api().head()).isEqualTo(head);
        assertThat(answers("")).isEqualTo(live);
    }

    /** Every answer to every account, without the moment that it says it was asked for. */
    private Map<String, String> answers(String more) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String account : ACCOUNTS) {
            for (String query : QUERIES) {
                ObjectNode answer = (ObjectNode) system.api()
                        .query(account, "/api/" + query + more)
                        .expecting(200)
                        .json();
                answer.remove("asOf");
                answers.put(account + " " + query, answer.toString());
            }
        }
        return answers;
    }

    private void deleteAllButLedgerAndIdentity() throws IOException {
        try (Stream<Path> kept = Files.list(system.data())) {
            for (Path file : kept.filter(
                            path -> !path.getFileName().toString().matches("ledger\\.db.*|identity|logs|lock"))
                    .toList()) {
                try (Stream<Path> inside = Files.walk(file)) {
                    for (Path each :
                            inside.sorted(java.util.Comparator.reverseOrder()).toList()) {
                        Files.delete(each);
                    }
                }
            }
        }
    }

    private JsonNode row(String milestone) {
        return row(milestone, FROM);
    }

    private JsonNode row(String milestone, String from) {
        return czar("/api/board?limit=1000&" + from)
                .get("rows")
                .valueStream()
                .filter(row -> row.get("milestoneId").asString().equals(milestone))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode czar(String path) {
        return system.api().query("czar", path).expecting(200).json();
    }
}
