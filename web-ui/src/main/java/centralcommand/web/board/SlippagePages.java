package centralcommand.web.board;

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
import java.util.stream.Collectors;
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
        model.addAttribute("causes", causes(slippage.causes()));
        return "board/slippage";
    }

    private BarChart causes(List<Slippage.CauseShare> shares) {
        List<Bar> bars = shares.stream()
                .sorted(Comparator.comparingInt(Slippage.CauseShare::milestones).reversed())
                .map(share -> new Bar(facts.cause(share.cause()), share.milestones(), words(share)))
                .toList();
        String description =
                bars.stream().map(bar -> bar.name() + ": " + bar.words()).collect(Collectors.joining("; ", "", "."));
        return new BarChart("causes", "Slipped milestones by cause", description, bars);
    }

    private String words(Slippage.CauseShare share) {
        return wording.count(share.milestones()) + (share.milestones() == 1 ? " milestone" : " milestones") + ", worst "
                + wording.days(share.worstDays());
    }
}
