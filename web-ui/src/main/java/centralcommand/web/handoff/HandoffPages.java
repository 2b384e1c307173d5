package centralcommand.web.handoff;

import centralcommand.command.contract.program.LineOfEffort;
import centralcommand.command.contract.program.Stage;
import centralcommand.query.contract.schedule.Handoffs;
import centralcommand.query.contract.schedule.Handoffs.AtRisk;
import centralcommand.query.contract.schedule.Handoffs.Promise;
import centralcommand.query.contract.schedule.Handoffs.Risk;
import centralcommand.web.api.QueryApi;
import centralcommand.web.chart.BarChart;
import centralcommand.web.chart.BarChart.Bar;
import centralcommand.web.table.AgencyChoices;
import centralcommand.web.table.Filters;
import centralcommand.web.table.Filters.Filter;
import centralcommand.web.time.FactWording;
import centralcommand.web.time.Wording;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Promises between programs, those first that break first, and links on which nobody promised anything. */
@Controller
class HandoffPages {

    private final QueryApi queries;
    private final FactWording facts;
    private final Wording wording;

    HandoffPages(QueryApi queries, FactWording facts, Wording wording) {
        this.queries = queries;
        this.facts = facts;
        this.wording = wording;
    }

    @GetMapping("/handoffs")
    String handoffs(HttpServletRequest request, Model model) {
        Filters filters = Filters.of(
                request,
                List.of(
                        Filter.typed("agency", "Agency"),
                        Filter.of("lineOfEffort", "Line of effort", LineOfEffort.values(), facts::name),
                        Filter.of("stage", "Stage", Stage.values(), facts::name),
                        Filter.linked("programId", "Program"),
                        Filter.typed("q", "Search")),
                List.of());
        Handoffs handoffs = queries.get("/api/handoffs", new HashMap<>(filters.parameters()), Handoffs.class);
        model.addAttribute("position", handoffs.standpoint().position());
        model.addAttribute("filters", AgencyChoices.in(filters, handoffs.coverage(), facts));
        model.addAttribute("promises", handoffs.promises());
        model.addAttribute("late", late(handoffs.promises()));
        model.addAttribute("risky", those(handoffs, risk -> risk != Risk.UNDATED && risk != Risk.NONE));
        model.addAttribute("undated", those(handoffs, risk -> risk == Risk.UNDATED));
        model.addAttribute("sound", those(handoffs, risk -> risk == Risk.NONE));
        return "handoff/all";
    }

    private static List<AtRisk> those(Handoffs handoffs, Predicate<Risk> risk) {
        return handoffs.links().stream().filter(link -> risk.test(link.risk())).toList();
    }

    /** How late they come against what was promised first; the table beneath says the same in figures. */
    private BarChart late(List<Promise> promises) {
        List<Bar> bars = promises.stream()
                .filter(promise -> promise.lateDays() != null)
                .map(promise -> new Bar(
                        promise.deliverable(),
                        promise.lateDays() == null ? 0 : promise.lateDays(),
                        wording.days(promise.lateDays()) + " late, to " + promise.toProgram()))
                .toList();
        return new BarChart(
                "late",
                "Days after the first promise",
                bars.stream().map(bar -> bar.name() + ": " + bar.words()).collect(Collectors.joining("; ", "", ".")),
                bars);
    }
}
