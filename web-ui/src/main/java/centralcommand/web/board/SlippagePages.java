package centralcommand.web.board;

import centralcommand.command.contract.program.Stage;
import centralcommand.command.contract.shared.Agency;
import centralcommand.query.contract.board.Slippage;
import centralcommand.web.api.QueryApi;
import centralcommand.web.chart.BarChart;
import centralcommand.web.chart.BarChart.Bar;
import centralcommand.web.table.AgencyChoices;
import centralcommand.web.table.Filters;
import centralcommand.web.time.FactWording;
import centralcommand.web.time.Wording;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Milestones by how far they slipped, and why. */
@Controller
class SlippagePages {

    private static final int ROWS = 100;

    private final QueryApi queries;
    private final FactWording facts;
    private final Wording wording;

    SlippagePages(QueryApi queries, FactWording facts, Wording wording) {
        this.queries = queries;
        this.facts = facts;
        this.wording = wording;
    }

    @GetMapping("/slippage")
    String slippage(HttpServletRequest request, Model model) {
        Filters filters = BoardFilters.of(request, facts, List.of());
        Map<String, Object> asked = new HashMap<>(filters.parameters());
        asked.put("limit", ROWS);
        Slippage slippage = queries.get("/api/slippage", asked, Slippage.class);
        model.addAttribute("slippage", slippage);
        model.addAttribute("position", slippage.standpoint().position());
        model.addAttribute("filters", AgencyChoices.in(filters, slippage.coverage(), facts));
        model.addAttribute(
                "breakdowns",
                Stream.of(
                                breakdown("cause", "Cause", slippage.causes(), facts::cause),
                                breakdown(
                                        "agency",
                                        "Agency",
                                        slippage.agencies(),
                                        code -> facts.agency(new Agency(code))),
                                breakdown("stage", "Stage", slippage.stages(), name -> facts.name(Stage.valueOf(name))))
                        .filter(breakdown -> !breakdown.rows().isEmpty())
                        .toList());
        return "board/slippage";
    }

    /** How the slips divide by one thing: drawn, and as a table. */
    record Breakdown(String id, String head, BarChart chart, List<Row> rows) {}

    /** One bar, in figures. */
    record Row(String name, int milestones, long worstDays) {}

    private Breakdown breakdown(String id, String head, List<Slippage.Share> shares, Function<String, String> name) {
        List<Bar> bars = shares.stream()
                .sorted(Comparator.comparingInt(Slippage.Share::milestones).reversed())
                .map(share -> new Bar(name.apply(share.name()), share.milestones(), words(share)))
                .toList();
        String title = "Slipped milestones by " + id;
        String description =
                bars.stream().map(bar -> bar.name() + ": " + bar.words()).collect(Collectors.joining("; ", "", "."));
        return new Breakdown(
                id,
                head,
                new BarChart("by-" + id, title, description, bars),
                shares.stream()
                        .map(share -> new Row(name.apply(share.name()), share.milestones(), share.worstDays()))
                        .toList());
    }

    private String words(Slippage.Share share) {
        return wording.count(share.milestones()) + (share.milestones() == 1 ? " milestone" : " milestones") + ", worst "
                + wording.days(share.worstDays());
    }
}
