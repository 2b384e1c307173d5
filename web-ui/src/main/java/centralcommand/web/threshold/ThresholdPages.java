package centralcommand.web.threshold;

import centralcommand.command.contract.program.LineOfEffort;
import centralcommand.command.contract.program.Stage;
import centralcommand.query.contract.threshold.Thresholds;
import centralcommand.query.contract.threshold.Thresholds.Breach;
import centralcommand.query.contract.threshold.Thresholds.Threshold;
import centralcommand.web.api.QueryApi;
import centralcommand.web.table.AgencyChoices;
import centralcommand.web.table.Filters;
import centralcommand.web.table.Filters.Filter;
import centralcommand.web.time.FactWording;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Each limit with its source and whom it binds, and the slips beyond it. */
@Controller
class ThresholdPages {

    private final QueryApi queries;
    private final FactWording facts;

    ThresholdPages(QueryApi queries, FactWording facts) {
        this.queries = queries;
        this.facts = facts;
    }

    /** One limit, with what is beyond it. */
    record Section(Threshold threshold, List<Breach> breaches) {

        public List<Breach> binding() {
            return breaches.stream().filter(Breach::binding).toList();
        }

        public List<Breach> advisory() {
            return breaches.stream().filter(breach -> !breach.binding()).toList();
        }
    }

    @GetMapping("/thresholds")
    String thresholds(HttpServletRequest request, Model model) {
        Filters filters = Filters.of(
                request,
                List.of(
                        Filter.typed("agency", "Agency"),
                        Filter.of("lineOfEffort", "Line of effort", LineOfEffort.values(), facts::name),
                        Filter.of("stage", "Stage", Stage.values(), facts::name),
                        Filter.linked("programId", "Program")),
                List.of());
        Map<String, Object> asked = new HashMap<>(filters.parameters());
        Thresholds thresholds = queries.get("/api/thresholds", asked, Thresholds.class);
        Map<String, List<Breach>> breaches = new HashMap<>();
        thresholds
                .breaches()
                .forEach(breach -> breaches.computeIfAbsent(breach.threshold(), id -> new ArrayList<>())
                        .add(breach));
        model.addAttribute("position", thresholds.standpoint().position());
        model.addAttribute("filters", AgencyChoices.in(filters, thresholds.coverage(), facts));
        model.addAttribute("total", thresholds.breaches().size());
        model.addAttribute(
                "sections",
                thresholds.register().stream()
                        .map(threshold -> new Section(threshold, breaches.getOrDefault(threshold.id(), List.of())))
                        .toList());
        model.addAttribute("today", thresholds.standpoint().today());
        return "threshold/thresholds";
    }
}
