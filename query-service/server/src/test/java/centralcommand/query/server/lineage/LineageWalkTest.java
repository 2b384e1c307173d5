package centralcommand.query.server.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.query.contract.history.Lineage;
import centralcommand.query.contract.history.Lineage.Contribution;
import centralcommand.query.server.board.MilestoneBoardView;
import centralcommand.query.server.capacity.CapacityView;
import centralcommand.query.server.changes.ChangesView;
import centralcommand.query.server.funding.FundingView;
import centralcommand.query.server.handoff.HandoffsView;
import centralcommand.query.server.portfolio.World;
import centralcommand.query.server.told.History;
import centralcommand.query.server.told.Looking;
import centralcommand.query.server.told.Sample;
import centralcommand.query.server.told.Story;
import centralcommand.query.server.view.Figures;
import centralcommand.query.server.view.Filter;
import centralcommand.query.server.view.Log;
import centralcommand.query.server.view.Page;
import centralcommand.query.server.view.Sight;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LineageWalkTest {
    private static final Pattern FIGURE = Pattern.compile("\"figure\":\"([^\"]+)\"");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static final History SAMPLE = Sample.history();
    private static final Sight SIGHT = Looking.asCzar(SAMPLE, TODAY);
    private static final Log LOG = Looking.log(SAMPLE);

    private static Set<String> figures(Sight sight, Log log) {
        Sight start = Sight.of(World.EMPTY, sight.audience(), sight.asker(), TODAY, null, null, sight.past());
        Filter energy = new Filter(History.ENERGY, null, null, null, null);
        List<Object> answers = List.of(
                MilestoneBoardView.of(sight, Filter.ALL, null, null, Page.Request.FIRST),
                FundingView.of(sight, Filter.ALL, null, null, Page.Request.FIRST),
                FundingView.of(sight, energy, null, null, Page.Request.FIRST),
                CapacityView.of(sight, Filter.ALL, null, null),
                CapacityView.of(sight, energy, null, null),
                ChangesView.of(start, sight, log, null, 1000));
        Set<String> figures = new LinkedHashSet<>(Set.of(Figures.HANDOFFS_AT_RISK));
        HandoffsView.promises(sight, Filter.ALL).forEach(promise -> figures.add(promise.figure()));
        HandoffsView.links(sight, Filter.ALL).forEach(link -> figures.add(link.figure()));
        for (Object answer : answers) {
            Matcher matcher = FIGURE.matcher(JSON.writeValueAsString(answer));
            while (matcher.find()) {
                figures.add(matcher.group(1));
            }
        }
        CapacityView.of(sight, Filter.ALL, null, null)
                .groups()
                .forEach(group -> List.of(".planned", ".nameplate", ".actual", ".targets")
                        .forEach(kind -> figures.add(group.figure() + kind)));
        return figures;
    }

    @Test
    void every_figure_of_every_answer_opens() {
        for (History history : List.of(SAMPLE, Story.told())) {
            Sight sight = Looking.asCzar(history, TODAY);
            Log log = Looking.log(history);
            for (String figure : figures(sight, log)) {
                Lineage lineage = LineageView.of(sight, log, figure);
                assertThat(lineage.title()).as(figure).isNotBlank();
                assertThat(lineage.value()).as(figure).isNotBlank();
                assertThat(lineage.working()).as(figure).isNotBlank();
                if (!lineage.value().equals("none")
                        && !lineage.value().startsWith("planned none, installed none, made none")
                        && !lineage.value().equals("0")
                        && !lineage.value().equals("USD 0")) {
                    assertThat(lineage.rows()).as(figure).isNotEmpty();
                }
            }
        }
    }

    @Test
    void what_the_entries_bring_adds_up_to_the_figure() {
        int sums = 0;
        for (String figure : figures(SIGHT, LOG)) {
            boolean money = figure.startsWith("funding-column") || figure.startsWith("funding-instrument");
            boolean tonnes = figure.startsWith("capacity/") && figure.matches(".*\\.(planned|nameplate|actual)");
            Lineage lineage = LineageView.of(SIGHT, LOG, figure);
            if (!money && !tonnes || lineage.value().equals("none")) {
                continue;
            }
            BigDecimal sum = lineage.rows().stream()
                    .map(Contribution::contributes)
                    .filter(part -> part.startsWith("+ "))
                    .map(LineageWalkTest::number)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).as(figure).isEqualByComparingTo(number(lineage.value()));
            sums++;
        }
        assertThat(sums).isGreaterThan(40);
    }

    @Test
    void a_slip_shows_the_two_dates_it_comes_from_and_the_subtraction() {
        Lineage lineage = LineageView.of(SIGHT, LOG, "slip/ucore-first-prod");
        assertThat(lineage.value()).isEqualTo("1,096 days");
        assertThat(lineage.working())
                .isEqualTo("2026-12-31 − 2023-12-31 = 1,096 days; at least 2026-07-01 − 2023-12-31 = 913 days,"
                        + " at most 2026-12-31 − 2023-01-01 = 1,460 days.");
        assertThat(lineage.rows().stream().map(Contribution::contributes))
                .containsExactly("original baseline 2023-12-31 (year)", "expected 2026-12-31 (half)");
        assertThat(lineage.rows().stream().map(row -> row.entry().actor())).containsOnly("defense");
    }

    @Test
    void coverage_counts_program_by_program() {
        Lineage lineage = LineageView.of(SIGHT, LOG, "coverage");
        assertThat(lineage.value()).isEqualTo("27 of 55");
        assertThat(lineage.rows()).hasSize(55);
        assertThat(lineage.rows().stream().filter(row -> row.contributes().endsWith("without a dated milestone")))
                .hasSize(27);
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.replaceAll("[^0-9.]", ""));
    }
}
